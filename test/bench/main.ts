import { benchGrowth, benchMarkdown } from './growth';
import { benchKeystroke } from './keystroke';
import { failures } from './measure';

const quick = process.argv.includes('--quick');
console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
benchKeystroke(quick ? 200 : 2000)
  .then(() => {
    benchMarkdown(quick ? 100 : 1000);
    if (!process.argv.includes('--nogrowth')) benchGrowth(quick ? 5 : 25);
    console.log(failures() === 0 ? '\nAll limits hold.' : `\n${failures()} limits do not hold.`);
    process.exitCode = failures() === 0 ? 0 : 1;
  })
  .catch(error => {
    console.error(error);
    process.exitCode = 2;
  });
