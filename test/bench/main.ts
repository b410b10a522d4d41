import { benchGrowth, benchMarkdown } from './growth';
import { benchKeystroke } from './keystroke';
import { failures } from './measure';

async function main(quick: boolean): Promise<void> {
  console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
  await benchKeystroke(quick ? 500 : 2000);
  await benchMarkdown(quick ? 200 : 1000);
  if (!process.argv.includes('--no-growth')) await benchGrowth(quick ? 5 : 25);
  console.log(failures() === 0 ? '\nAll limits hold.' : `\n${failures()} limits do not hold.`);
  process.exitCode = failures() === 0 ? 0 : 1;
}

main(process.argv.includes('--quick')).catch(error => {
  console.error(error);
  process.exitCode = 2;
});
