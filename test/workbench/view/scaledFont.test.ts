// Sizes between two points: a face scaled from the next whole size, with the font itself before what stands in for it.
import { scaledFace, scaledFamily } from '../../../src/workbench/view/scaledFont';

describe('fonts between two points', () => {
  test('[W] whole sizes need no face of their own', () => {
    expect([scaledFamily('宋体', 11), scaledFamily('宋体', 10.5)]).toEqual([undefined, '宋体 at 10.5']);
  });

  test('[W] 10.5 is drawn as 11 made smaller, in the font itself where the machine has it', () => {
    const face = scaledFace('宋体', 10.5, 400);
    expect(face).toContain("font-family: '宋体 at 10.5'");
    expect(face).toContain('size-adjust: 95.455%');
    expect(face).toMatch(/src: local\('宋体'\), local\('SimSun'\), .*local\('Noto Serif CJK SC'\)/);
  });

  test('[W] a name with a quote in it cannot end the rule', () => {
    expect(scaledFace("x'); } *{}", 9.5, 700).match(/local\('/g)?.length).toBe(scaledFace('x', 9.5, 700).match(/local\('/g)?.length);
    expect(scaledFace("x'y", 9.5, 700)).not.toContain("x'y at");
  });
});
