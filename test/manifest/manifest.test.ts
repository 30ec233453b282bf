// The manifest as Excel will take it: by Microsoft's schemas, and by what those cannot see. Reads files; runs nothing of the add-in.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { validateXML } from 'xmllint-wasm';

const root = join(__dirname, '..', '..');
const text = readFileSync(join(root, 'manifest.xml'), 'utf8');
const schemas = readdirSync(join(__dirname, 'xsd')).filter((name) => name.endsWith('.xsd'));
const schema = (name: string) => ({ fileName: name, contents: readFileSync(join(__dirname, 'xsd', name), 'utf8') });
const main = 'OfficeAppManifestV1_1.xsd';

const faultsOf = async (manifest: string): Promise<string[]> => {
  const { errors } = await validateXML({
    xml: [{ fileName: 'manifest.xml', contents: manifest }],
    schema: [schema(main)],
    preload: schemas.filter((name) => name !== main).map(schema),
  });
  return errors.map((error) => error.message);
};

const { window } = new JSDOM(text, { contentType: 'text/xml' });
const all = (name: string): Element[] => [...window.document.getElementsByTagName('*')].filter((element) => element.localName === name);
const attributes = (name: string): string[] => [...window.document.getElementsByTagName('*')].flatMap((element) => element.getAttribute(name) ?? []);
const resources = ['Image', 'Url', 'String'].flatMap((name) => all(name)).filter((element) => element.hasAttribute('id'));
const valueOf = (id: string): string => resources.find((element) => element.getAttribute('id') === id)?.getAttribute('DefaultValue') ?? '';

const sourcesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? sourcesUnder(join(folder, entry.name)) : [join(folder, entry.name)]));

describe('manifest.xml', () => {
  test('[H] is valid by Microsoft’s schemas', async () => {
    expect(await faultsOf(text)).toEqual([]);
  });

  test.each([
    ['an action of no known kind', text.replace('xsi:type="ShowTaskpane"', 'xsi:type="ShowPane"')],
    ['an element out of order', text.replace(/<Permissions>.*<\/Permissions>/, '').replace('<DefaultSettings>', '<Permissions>ReadWriteDocument</Permissions><DefaultSettings>')],
    ['an id that is no GUID', text.replace(/<Id>.*<\/Id>/, '<Id>task-ledger</Id>')],
  ])('[H] the schemas would see %s', async (_what, broken) => {
    expect(broken).not.toBe(text);
    expect(await faultsOf(broken)).not.toEqual([]);
  });

  test('[H] every resid names a resource, and every resource is named', () => {
    const named = new Set(attributes('resid'));
    const ids = resources.map((element) => element.getAttribute('id') ?? '');
    expect([...named].filter((resid) => !ids.includes(resid))).toEqual([]);
    expect(ids.filter((id) => !named.has(id))).toEqual([]);
  });

  test('[H] ids are unique and at most 32 characters long', () => {
    const ids = attributes('id');
    expect(ids.length).toBeGreaterThan(10);
    expect(ids.filter((id) => id.length > 32)).toEqual([]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('[H] each icon has the size that the manifest says, and stands in assets/', () => {
    const images = all('Image').filter((element) => element.hasAttribute('size'));
    const asked = images.map((element) => ({ address: valueOf(element.getAttribute('resid') ?? ''), size: Number(element.getAttribute('size')) }));
    asked.push({ address: all('IconUrl')[0]?.getAttribute('DefaultValue') ?? '', size: 32 });
    asked.push({ address: all('HighResolutionIconUrl')[0]?.getAttribute('DefaultValue') ?? '', size: 64 });
    const seen = asked.map(({ address, size }) => {
      const png = readFileSync(join(root, new URL(address).pathname));
      expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
      return { address, size, width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
    });
    expect(seen.filter(({ size, width, height }) => width !== size || height !== size)).toEqual([]);
  });

  test('[H] every button has icons of 16, 32, 64 and 80 pixels, and no two buttons share one', () => {
    const buttons = all('Control');
    expect(buttons.length).toBeGreaterThanOrEqual(4);
    const sets = buttons.map((button) => [...button.getElementsByTagName('*')].filter((element) => element.localName === 'Image'));
    for (const images of sets) expect(images.map((image) => image.getAttribute('size'))).toEqual(['16', '32', '64', '80']);
    const files = sets.map((images) => readFileSync(join(root, new URL(valueOf(images[1]?.getAttribute('resid') ?? '')).pathname)).toString('base64'));
    expect(new Set(files).size).toBe(files.length);
  });

  test('[X4] every address is https and of one and the same server, and no other domain is allowed', () => {
    const addresses = ['Image', 'Url'].flatMap((name) => all(name)).flatMap((element) => element.getAttribute('DefaultValue') ?? []);
    for (const name of ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation']) {
      addresses.push(...all(name).flatMap((element) => element.getAttribute('DefaultValue') ?? []));
    }
    expect(addresses.length).toBeGreaterThan(20);
    expect(addresses.filter((address) => !address.startsWith('https://localhost:3000/'))).toEqual([]);
    expect(all('AppDomain')).toEqual([]);
  });

  test('[H] every page that is named is one that the build makes', () => {
    const config = readFileSync(join(root, 'webpack.config.js'), 'utf8');
    const pages = all('Url').map((element) => new URL(element.getAttribute('DefaultValue') ?? '').pathname.slice(1));
    expect(pages.filter((page) => !config.includes(`filename: '${page}'`))).toEqual([]);
  });

  test('[H] every FunctionName is associated in src/commands, and every association is on the ribbon', () => {
    const code = sourcesUnder(join(root, 'src', 'commands')).map((file) => readFileSync(file, 'utf8')).join('\n');
    const associated = [...code.matchAll(/Office\.actions\.associate\(\s*'([^']+)'/g)].map((match) => match[1]);
    const named = all('FunctionName').map((element) => element.textContent);
    expect(associated.sort()).toEqual(named.sort());
  });

  test('[H] texts are no longer than Excel shows: 125 characters for a label, 250 for a tip', () => {
    const tooLong = (tag: string, limit: number) =>
      all(tag)
        .flatMap((group) => [...group.getElementsByTagName('*')])
        .flatMap((element) => element.getAttribute('DefaultValue') ?? element.getAttribute('Value') ?? [])
        .filter((value) => value.length > limit);
    expect(tooLong('ShortStrings', 125)).toEqual([]);
    expect(tooLong('LongStrings', 250)).toEqual([]);
  });

  test('[H] every text is given in English as well, and has no exclamation mark', () => {
    const texts = [...all('String'), ...all('DisplayName'), ...all('Description').filter((element) => element.hasAttribute('DefaultValue'))];
    const without = texts.filter((element) => ![...element.children].some((child) => child.localName === 'Override' && child.getAttribute('Locale') === 'en-US' && (child.getAttribute('Value') ?? '') !== ''));
    expect(without.map((element) => element.getAttribute('DefaultValue'))).toEqual([]);
    expect(text.replace(/<!--[\s\S]*?-->/g, '').slice(5)).not.toMatch(/[!！]/);
  });

  test('[H] asks for ExcelApi 1.14, speaks Chinese first, and has the tab 任务台账 with its buttons', () => {
    expect(all('Set').map((element) => `${element.getAttribute('Name')} ${element.getAttribute('MinVersion')}`)).toEqual(['ExcelApi 1.14']);
    expect(all('DefaultLocale').map((element) => element.textContent)).toEqual(['zh-CN']);
    const labels = all('Label').map((element) => valueOf(element.getAttribute('resid') ?? ''));
    expect(labels).toEqual(expect.arrayContaining(['任务台账', '打开面板', '建立台账', '分发收回', '双月汇总', '转到台账', '使用说明']));
    expect(all('GetStarted')).toHaveLength(1);
  });

  test('[H] has the version of package.json', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(all('Version').map((element) => element.textContent)).toEqual([`${version}.0`]);
  });

  test('[H] every picture in assets/ is used, and comes from a drawing beside it', () => {
    const pictures = readdirSync(join(root, 'assets')).filter((name) => name.endsWith('.png'));
    expect(pictures.filter((name) => !text.includes(`/assets/${name}`))).toEqual([]);
    expect(pictures.filter((name) => !statSync(join(root, 'assets', name.replace(/-\d+\.png$/, '.svg')), { throwIfNoEntry: false }))).toEqual([]);
  });
});
