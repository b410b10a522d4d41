import * as l10n from '@vscode/l10n';
import { isGateway, meantBy, stationsAt, stationsNamed } from '../../reference/routing';
import type { Station, StationKind } from '../../reference/stations';
import type { Field } from '../../text/span';
import { type Meaning, meaning } from './meaning';

const KINDS: Readonly<Partial<Record<StationKind, () => string>>> = {
  embassy: () => l10n.t('embassy'),
  consulate: () => l10n.t('consulate'),
  mission: () => l10n.t('mission'),
  collective: () => l10n.t('a collective: many addressees under one name'),
  agency: () => l10n.t('agency'),
};

/**
 * Which station a routing indicator names. Null for one that is not known, or known from one doubtful listing only; a known
 * misspelling says what was probably meant.
 */
export function indicatorMeaning(ri: Field<string>): Meaning | null {
  const meant = meantBy(ri.value);
  if (meant !== null) return meaning(ri, ri.value, l10n.t('probably {0}', meant));
  if (isGateway(ri.value)) return meaning(ri, ri.value, l10n.t('a gateway that serves many addressees'));
  const names = [
    ...new Set(
      stationsAt(ri.value)
        .filter(isSure)
        .map(station => station.plad),
    ),
  ];
  return names.length > 0 ? meaning(ri, ri.value, eitherOf(names), ...kindNote(stationsAt(ri.value))) : null;
}

/** What a plain language address is: its routing indicator, and the name under which the station numbers its cables. */
export function addressMeaning(name: Field<string>): Meaning | null {
  const [station] = stationsNamed(name.value).filter(isSure);
  if (!station) return null;
  const ri = station.ri === '' ? '' : l10n.t('routing indicator {0}', station.ri);
  const ids = station.post === '' ? '' : l10n.t('its cables are numbered as {0}', station.post);
  return meaning(name, name.value, [KINDS[station.kind]?.() ?? '', ri].filter(Boolean).join(', '), ids);
}

function eitherOf([first = '', ...others]: readonly string[]): string {
  return others.reduce((either, name) => l10n.t('{0} or {1}', either, name), first);
}

/** One listing alone, or a doubtful reading, is no knowledge. */
function isSure({ confidence }: Station): boolean {
  return confidence !== 'low';
}

function kindNote([station]: readonly Station[]): readonly string[] {
  return station?.kind === 'collective' ? [KINDS.collective?.() ?? ''] : [];
}
