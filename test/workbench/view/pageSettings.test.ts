// The wishes in the workbench's address.
import { parsePageSettings } from '../../../src/workbench/view/pageSettings';

describe('the address of the workbench', () => {
  test('[W] says what to open, the day, the theme, the pane and the requirement set', () => {
    expect(parsePageSettings('?open=%E5%8F%B0%E8%B4%A6.xlsx&sheet=%E5%90%8D%E5%86%8C&today=2021-06-20&theme=dark&pane=closed&set=1.17')).toEqual({
      odd: [],
      settings: { open: '台账.xlsx', sheet: '名册', today: '2021-06-20', theme: 'dark', paneClosed: true, set: '1.17', manifest: './manifest.xml' },
    });
  });

  test('[W] without wishes is an empty light workbook with an open pane in ExcelApi 1.14', () => {
    expect(parsePageSettings('')).toEqual({ odd: [], settings: { theme: 'light', paneClosed: false, set: '1.14', manifest: './manifest.xml' } });
  });

  test('[W] names what it does not understand and goes on without it', () => {
    expect(parsePageSettings('?today=2021-02-30&theme=pink&set=2')).toMatchObject({ odd: ['today=2021-02-30', 'theme=pink', 'set=2'], settings: { theme: 'light', set: '1.14' } });
    expect(parsePageSettings('?today=2021-02-30').settings).not.toHaveProperty('today');
  });
});
