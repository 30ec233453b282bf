/**
 * @jest-environment jsdom
 */
// The ribbon is what the manifest says: tabs, groups, buttons, words in the right language, addresses on the page's own server.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ManifestFault, iconFor, localAddress, parseManifest } from '../../../src/workbench/view/manifestRibbon';

const manifest = (commands: string, more = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="TaskPaneApp">
  <DefaultLocale>zh-CN</DefaultLocale>
  <DisplayName DefaultValue="样例"><Override Locale="en-US" Value="Sample"/></DisplayName>
  <DefaultSettings><SourceLocation DefaultValue="https://localhost:3000/pane.html"/></DefaultSettings>
  ${commands === '' ? '' : `<VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts><Host xsi:type="Workbook"><DesktopFormFactor>
      <FunctionFile resid="commands"/>
      <ExtensionPoint xsi:type="PrimaryCommandSurface">${commands}</ExtensionPoint>${more}
    </DesktopFormFactor></Host></Hosts>
    <Resources>
      <bt:Images><bt:Image id="i16" DefaultValue="https://localhost:3000/a-16.png"/><bt:Image id="i32" DefaultValue="https://localhost:3000/a-32.png"/></bt:Images>
      <bt:Urls><bt:Url id="pane" DefaultValue="https://localhost:3000/pane.html?go=1"/><bt:Url id="commands" DefaultValue="https://localhost:3000/commands.html"/></bt:Urls>
      <bt:ShortStrings><bt:String id="tab" DefaultValue="选项卡"><bt:Override Locale="en-US" Value="Tab"/></bt:String><bt:String id="group" DefaultValue="组"/><bt:String id="label" DefaultValue="打开"/></bt:ShortStrings>
      <bt:LongStrings><bt:String id="tip" DefaultValue="打开面板。"/></bt:LongStrings>
    </Resources>
  </VersionOverrides>`}
</OfficeApp>`;

const control = (action: string, kind = 'Button'): string => `<Control xsi:type="${kind}" id="C"><Label resid="label"/><Supertip><Title resid="label"/><Description resid="tip"/></Supertip>
  <Icon><bt:Image size="16" resid="i16"/><bt:Image size="32" resid="i32"/></Icon>${action}</Control>`;
const tab = (controls: string): string => `<CustomTab id="T"><Group id="G"><Label resid="group"/>${controls}</Group><Label resid="tab"/></CustomTab>`;
const openPane = '<Action xsi:type="ShowTaskpane"><TaskpaneId>P</TaskpaneId><SourceLocation resid="pane"/></Action>';
const runFunction = '<Action xsi:type="ExecuteFunction"><FunctionName>go</FunctionName></Action>';

describe('the ribbon of a manifest', () => {
  test('[W] has the tabs, groups and buttons of the manifest, with words, tips, icons and what they do', () => {
    const model = parseManifest(manifest(tab(control(openPane) + control(runFunction))));
    expect(model.displayName).toBe('样例');
    expect(model.functionFile).toBe('https://localhost:3000/commands.html');
    expect(model.tabs).toHaveLength(1);
    expect(model.tabs[0]).toMatchObject({ id: 'T', label: '选项卡', groups: [{ id: 'G', label: '组' }] });
    expect(model.tabs[0]?.groups[0]?.controls).toMatchObject([
      { kind: 'button', label: '打开', tip: { title: '打开', text: '打开面板。' }, icons: [{ size: 16 }, { size: 32 }], action: { kind: 'pane', paneId: 'P', url: 'https://localhost:3000/pane.html?go=1' } },
      { kind: 'button', action: { kind: 'function', name: 'go' } },
    ]);
  });

  test('[W] speaks the language that is asked for, and the default where there is no other', () => {
    const model = parseManifest(manifest(tab(control(openPane))), 'en-US');
    expect([model.displayName, model.tabs[0]?.label, model.tabs[0]?.groups[0]?.label]).toEqual(['Sample', 'Tab', '组']);
  });

  test('[W] takes menus, and joins what is said twice of one tab', () => {
    const menu = `<Control xsi:type="Menu" id="M"><Label resid="label"/><Supertip><Title resid="label"/><Description resid="tip"/></Supertip><Items><Item id="I"><Label resid="label"/>${runFunction}</Item></Items></Control>`;
    const model = parseManifest(manifest(tab(menu) + tab(control(openPane))));
    expect(model.tabs).toHaveLength(1);
    expect(model.tabs[0]?.groups).toHaveLength(2);
    expect(model.tabs[0]?.groups[0]?.controls[0]).toMatchObject({ kind: 'menu', items: [{ label: '打开', action: { kind: 'function', name: 'go' } }] });
  });

  test('[W] names what it does not draw', () => {
    const model = parseManifest(manifest(tab(control(openPane)), '<ExtensionPoint xsi:type="ContextMenu"/>'));
    expect(model.notes).toEqual(['功能区没有画出 ContextMenu']);
  });

  test.each([
    ['no XML', '<OfficeApp', '不是格式正确的 XML 文件'],
    ['an id without a resource', manifest(tab(control(openPane.replace('"pane"', '"nowhere"')))), '资源 nowhere 没有定义'],
  ])('[W] refuses a manifest with %s, and says why', (_what, xml, why) => {
    expect(() => parseManifest(xml)).toThrow(new ManifestFault(why));
  });

  test('[W] a manifest without commands still has a name and a pane', () => {
    expect(parseManifest(manifest(''))).toMatchObject({ displayName: '样例', defaultUrl: 'https://localhost:3000/pane.html', tabs: [], notes: ['缺少 VersionOverrides，没有功能区命令'] });
  });

  test('[W] the manifest of this project is drawn whole', () => {
    const model = parseManifest(readFileSync(join(__dirname, '../../../manifest.xml'), 'utf8'));
    expect(model.notes).toEqual([]);
    const controls = model.tabs.flatMap((each) => each.groups).flatMap((each) => each.controls);
    expect(controls.length).toBeGreaterThan(0);
    for (const each of controls) expect([each.label !== '', each.tip.text !== '', each.icons.length > 0]).toEqual([true, true, true]);
  });

  test('[W] pages and pictures come from the page’s own server, whatever the manifest names', () => {
    expect(localAddress('https://localhost:3000/pane.html?go=1#x', 'http://127.0.0.1:8080/workbench.html')).toBe('http://127.0.0.1:8080/pane.html?go=1#x');
  });

  test('[W] takes the icon that is large enough for the screen, else the largest', () => {
    const icons = [{ size: 64, url: 'c' }, { size: 16, url: 'a' }, { size: 32, url: 'b' }];
    expect([iconFor(icons, 32), iconFor(icons, 32, 2), iconFor(icons, 32, 3)].map((each) => each?.size)).toEqual([32, 64, 64]);
    expect(iconFor([], 32)).toBeUndefined();
  });
});
