// Draws assets/*.svg into the PNG sizes that the ribbon asks for. Run by hand after an icon is changed: node scripts/icons.mjs
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { at } from './project.mjs';
import { ready } from './ready.mjs';
import { findBrowser } from './browser.mjs';

/** The drawings lie on a grid of 16, so each of these sizes keeps its lines sharp. */
const sizes = [16, 32, 64, 80];

await ready();
const { chromium } = await import('playwright-core');
const { executablePath, args, env } = await findBrowser();
const browser = await chromium.launch({ executablePath, args, env });
try {
  const page = await browser.newPage();
  for (const name of readdirSync(at('assets')).filter((file) => file.endsWith('.svg'))) {
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      const svg = readFileSync(at('assets', name), 'utf8').replace('<svg ', `<svg width="${size}" height="${size}" style="display:block" `);
      await page.setContent(`<body style="margin:0;background:transparent">${svg}</body>`);
      writeFileSync(at('assets', name.replace('.svg', `-${size}.png`)), await page.screenshot({ omitBackground: true }));
    }
  }
} finally {
  await browser.close();
}
