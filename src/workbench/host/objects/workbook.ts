// Excel's Workbook and Application: the way to everything else.
import { parseAddress } from '../../book/area';
import { HostFault } from '../../book/hostFault';
import { NotSupported } from '../../notSupported';
import { flagOf, oneOf, optionalText, textOf } from '../arguments';
import { defineKind, orNull, type HostObject } from '../registry';
import type { Scene } from '../scene';

/** The range that an event tells of, by the reference in its message: sheet id and address at that time. */
function rangeOfEvent(scene: Scene, reference: unknown): HostObject {
  const [sheetId = '', address = ''] = textOf(reference, 'a reference').split('!');
  const area = parseAddress(address);
  if (!area || !scene.book.sheetById(sheetId)) throw new HostFault('ItemNotFound', 'the sheet of the event was deleted');
  return scene.range(sheetId, area);
}

export const workbookKind = defineKind('Workbook', {
  properties: {
    Name: { get: (_at, scene) => scene.book.name },
    AutoSave: { get: () => false },
    IsDirty: { get: (_at, scene) => scene.application.isDirty, set: (_at, value, scene) => { scene.application.isDirty = flagOf(value, 'isDirty'); } },
    PreviouslySaved: { get: () => false },
    ReadOnly: { get: () => false },
    CalculationEngineVersion: { get: () => 191_029 },
    UsePrecisionAsDisplayed: { get: () => false },
  },
  objects: {
    Application: (_at, scene) => scene.object('Application', {}),
    Worksheets: (_at, scene) => scene.object('WorksheetCollection', {}),
    Tables: (_at, scene) => scene.object('TableCollection', {}),
    Names: (_at, scene) => scene.object('NamedItemCollection', {}),
    Properties: (_at, scene) => scene.object('DocumentProperties', {}),
    Settings: (_at, scene) => scene.object('SettingCollection', {}),
    Protection: (_at, scene) => scene.object('WorkbookProtection', {}),
  },
  methods: {
    GetSelectedRange: (_at, _args, scene) => {
      const { sheetId, areas } = scene.book.selection;
      const [first] = areas;
      if (!first || areas.length > 1) throw new HostFault('InvalidSelection', 'several areas are selected');
      return scene.range(sheetId, first);
    },
    GetSelectedRanges: (_at, _args, scene) => {
      const { sheetId, areas } = scene.book.selection;
      return scene.object('RangeAreas', { sheetId, ranges: areas.map((area) => scene.range(sheetId, area).at) });
    },
    GetActiveCell: (_at, _args, scene) => {
      const { sheetId, active } = scene.book.selection;
      return scene.range(sheetId, { top: active.row, bottom: active.row, left: active.column, right: active.column });
    },
    Save: (_at, [behavior], scene) => {
      if (optionalText(behavior, 'saveBehavior') === 'Prompt') throw new NotSupported('Workbook', 'save', 'asking where');
      if (!scene.hooks.save) throw new NotSupported('Workbook', 'save', 'no place to save to');
      scene.hooks.save();
    },
    Close: (_at, _args, scene) => {
      if (!scene.hooks.close) throw new NotSupported('Workbook', 'close');
      scene.hooks.close();
    },
    _GetRangeForEventByReferenceId: (_at, [id], scene) => rangeOfEvent(scene, id),
    _GetRangeOrNullObjectForEventByReferenceId: (_at, [id], scene) => orNull(() => rangeOfEvent(scene, id)),
    _RemoveReference: (_at, [id], scene) => {
      scene.references.delete(textOf(id, 'a reference'));
      return null;
    },
    _RemoveAllReferences: (_at, _args, scene) => {
      scene.references.clear();
      return null;
    },
  },
});

export const applicationKind = defineKind('Application', {
  properties: {
    CalculationMode: { get: (_at, scene) => scene.application.calculationMode, set: (_at, value, scene) => { scene.application.calculationMode = oneOf(value, ['Automatic', 'AutomaticExceptTables', 'Manual'], 'calculationMode'); } },
    CalculationState: { get: () => 'Done' },
    CalculationEngineVersion: { get: () => 191_029 },
    DecimalSeparator: { get: () => '.' },
    ThousandsSeparator: { get: () => ',' },
    UseSystemSeparators: { get: () => true },
  },
  objects: {
    IterativeCalculation: (_at, scene) => scene.object('IterativeCalculation', {}),
  },
  methods: {
    Calculate: (_at, [type], scene) => {
      oneOf(type, ['Recalculate', 'Full', 'FullRebuild'], 'calculationType');
      scene.book.recalculate();
    },
    SuspendApiCalculationUntilNextSync: () => null,
    SuspendScreenUpdatingUntilNextSync: () => null,
    CreateWorkbook: (_at, [base64], scene) => {
      const text = optionalText(base64, 'base64File');
      return scene.object('WorkbookCreated', text === undefined ? {} : { base64: text });
    },
  },
});

export const workbookCreatedKind = defineKind('WorkbookCreated', {
  methods: {
    Open: (at, _args, scene) => {
      if (!scene.hooks.createWorkbook) throw new NotSupported('WorkbookCreated', 'open', 'no window for another workbook');
      scene.hooks.createWorkbook(at.base64);
      return null;
    },
  },
});

export const iterativeCalculationKind = defineKind('IterativeCalculation', {
  properties: {
    Enabled: { get: (_at, scene) => scene.application.iterative, set: (_at, value) => { if (flagOf(value, 'enabled')) throw new NotSupported('IterativeCalculation', 'enabled', 'turning it on'); } },
    MaxChange: { get: () => 0.001 },
    MaxIteration: { get: () => 100 },
  },
});

export const workbookProtectionKind = defineKind('WorkbookProtection', {
  properties: { Protected: { get: () => false } },
});
