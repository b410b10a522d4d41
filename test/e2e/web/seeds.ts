import first from '../../../seeds/000_2997beacdc0d1d2b.txt';
import second from '../../../seeds/001_d7c79b370b6b1b3a.txt';
import third from '../../../seeds/002_e523bbbbf2932a18.txt';
import fourth from '../../../seeds/003_fd35aa8c86347b6c.txt';
import fifth from '../../../seeds/004_f37c22840742bfa9.txt';

/** The seeds by the names of their files. */
export const SEEDS: readonly (readonly [name: string, text: string])[] = [
  ['000_2997beacdc0d1d2b.txt', first],
  ['001_d7c79b370b6b1b3a.txt', second],
  ['002_e523bbbbf2932a18.txt', third],
  ['003_fd35aa8c86347b6c.txt', fourth],
  ['004_f37c22840742bfa9.txt', fifth],
];
