// The reader of XML: strict about damage, exact about text.
import fc from 'fast-check';
import { parseXml, XmlFault } from '../../../src/workbench/xlsx/xmlReader';
import { decodeXstring, element } from '../../../src/workbench/xlsx/xmlText';
import { anyText } from './anyBook';

describe('[W] XML', () => {
  test('[W] any text comes back from an element and from an attribute', () => {
    fc.assert(fc.property(anyText, (text) => {
      const root = parseXml(element('a', { b: text }, element('c', {}, `${element('d', { e: text })}`)));
      expect(decodeXstring(root.attributes.b ?? '')).toBe(text);
      expect(decodeXstring(root.children[0]?.children[0]?.attributes.e ?? '')).toBe(text);
    }));
  });

  test('[W] prefixes, comments, CDATA, entities, quotes and a byte order mark are read', () => {
    const root = parseXml('\ufeff<?xml version="1.0"?><!-- <x> --><x:a xmlns:x="u" r:id="r1" id=\'2\' t="a>b"><![CDATA[<&]]>&#20013;&#x6587;&lt;\r\n</x:a>');
    expect(root).toEqual({ name: 'a', attributes: { 'r:id': 'r1', id: '2', t: 'a>b' }, children: [], text: '<&中文<\n' });
  });

  test.each([
    ['an element that is not closed', '<a><b></a>'], ['the end missing', '<a><b/>'], ['two roots', '<a/><b/>'], ['nothing', '  '], ['text outside', '<a/>x'], ['an unknown entity', '<a>&nbsp;</a>'],
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'], ['a cut tag', '<a b="'], ['elements 1000 deep', '<a>'.repeat(1000)], ['a null character', '<a>&#0;</a>'],
  ])('[W] %s is damage', (_what, source) => {
    expect(() => parseXml(source)).toThrow(XmlFault);
  });
});
