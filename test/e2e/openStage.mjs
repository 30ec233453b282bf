// Before the walks: builds what has changed, serves it on a free port, and starts one browser. Tells the walks where both are.
import { chromium } from 'playwright-core';
import { build, dist, workbenchFolder } from '../../scripts/build.mjs';
import { findBrowser } from '../../scripts/browser.mjs';
import { at } from '../../scripts/project.mjs';
import { serve } from '../../scripts/serve.mjs';

/** Jest calls this once. The stage stands on globalThis until closeStage.mjs takes it down. */
const openStage = async () => {
  await build({ say: (line) => process.stderr.write(`${line}\n`) });
  const server = await serve({ folders: [workbenchFolder, dist, at('test', 'e2e', 'books')], pretend: true });
  try {
    const { executablePath, args, env, name } = await findBrowser();
    const browser = await chromium.launchServer({ executablePath, args, env });
    globalThis.stage = { server, browser };
    process.env.STAGE_ADDRESS = server.address;
    process.env.STAGE_BROWSER = browser.wsEndpoint();
    process.stderr.write(`${name} · ${server.address}\n`);
  } catch (error) {
    await server.close();
    throw error;
  }
};

export default openStage;
