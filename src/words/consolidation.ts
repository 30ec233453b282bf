// What is said of returned sheets that were read: why one is not taken, what kind of doubt a cell is in (R3–R9). Knows no screen.
import type { ConflictKind, FileRefused, GuessKind, MatchedBy, SectionKnownBy, SetApartKind } from '../core/consolidation';

/** Why a file that could be read is not taken, with its name and what to do (R9). */
export function sayFileRefused(file: string, refused: FileRefused): string {
  switch (refused.kind) {
    case 'noTable': return `“${file}”里没有找到填报表，没有采用。请核对是不是选错了文件；如果是，请让科室用分发表重新填写。`;
    case 'otherPlan': return `“${file}”是另一份方案（${refused.found}）的填报表，没有采用。本台账是${refused.wanted}。请核对是不是选错了文件。`;
    case 'otherPeriod': return `“${file}”是${refused.found}报送期的填报表，没有采用；现在合并的是${refused.wanted}。请核对是不是发错了文件。`;
    case 'askSection': return `“${file}”看不出是哪个科室填的${refused.candidates.length === 0 ? '' : `（可能是${refused.candidates.join('、')}）`}，没有采用。请选定科室，或在文件名里写明科室。`;
  }
}

export const consolidationWords = {
  conflict: {
    bothChanged: '台账和回收表都改过，内容不同', baseUnknown: '不知道当初发出的内容，台账和回收表不同', cleared: '发出时有内容，收回时被清空', severalRows: '同一份表里对这一格有几种写法',
    notLead: '几个科室的任务，办结日期由牵头科室填写',
  } satisfies Record<ConflictKind, string>,
  guess: {
    likeness: '任务文字相近，但不完全一样', keyElsewhere: '隐藏的标识与任务文字指向不同的任务', idOnly: '只有编号对得上', shared: '一格合并了几项任务',
  } satisfies Record<GuessKind, string>,
  setApart: {
    olderReturn: '同一科室有更新的回收表', notYourTask: '不是这个科室的任务', notADay: '办结日期读不出来', severalDays: '同一格有几个日期', tooLong: '超过一个单元格能存的字数', otherPlan: '属于另一份方案',
    otherPeriod: '属于另一个报送期', otherTable: '在另一张表里', ledgerChosen: '已选定保留台账内容',
  } satisfies Record<SetApartKind, string>,
  matchedBy: { key: '按标识', id: '按编号', text: '按任务文字', likeness: '按相近文字' } satisfies Record<MatchedBy, string>,
  knownBy: { given: '由人工选定', key: '按隐藏的标识', hiddenSheet: '按隐藏的工作表', property: '按文件属性', line: '按“填报科室”一行', fileName: '按文件名', rows: '按责任科室' } satisfies Record<SectionKnownBy, string>,
} as const;
