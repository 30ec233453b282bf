// ESLint rules of this house that no package has. Each reports one kind of fault; test/lint shows that each of them fires.
const { dirname, relative, resolve, sep } = require('node:path');
const { refusal } = require('./rooms.cjs');

const root = resolve(__dirname, '..', '..');
const pathOf = (context) => relative(root, context.filename).split(sep).join('/');

/** Imports cross rooms only as the table in rooms.cjs allows. */
const roomsOnly = {
  meta: { type: 'problem', schema: [], messages: { refused: '{{why}}.' } },
  create(context) {
    const from = pathOf(context);
    const check = (node, source, typeOnly) => {
      if (typeof source !== 'string') return;
      const isPackage = !source.startsWith('.');
      const target = isPackage ? source : relative(root, resolve(dirname(context.filename), source)).split(sep).join('/');
      const why = refusal({ from, target, isPackage, typeOnly });
      if (why !== undefined) context.report({ node, messageId: 'refused', data: { why } });
    };
    const onlyTypes = (node, kind) =>
      node[kind] === 'type' || (node.specifiers?.length > 0 && node.specifiers.every((specifier) => specifier[kind] === 'type'));
    return {
      ImportDeclaration: (node) => check(node, node.source.value, onlyTypes(node, 'importKind')),
      ExportNamedDeclaration: (node) => node.source && check(node, node.source.value, onlyTypes(node, 'exportKind')),
      ExportAllDeclaration: (node) => check(node, node.source.value, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, node.source.value, false),
      TSImportType: (node) => check(node, (node.source ?? node.argument?.literal)?.value, true),
      "CallExpression[callee.name='require']": (node) => check(node, node.arguments[0]?.value, false),
    };
  },
};

/** Today is a parameter: only src/clock, and the pretend Excel's own clock, read what time it is. */
const oneClock = {
  meta: { type: 'problem', schema: [], messages: { clock: 'Only src/clock reads the clock; take the day as a parameter.' } },
  create: (context) => ({
    "NewExpression[callee.name='Date'][arguments.length=0]": (node) => context.report({ node, messageId: 'clock' }),
    "CallExpression[callee.name='Date']": (node) => context.report({ node, messageId: 'clock' }),
    "MemberExpression[object.name='Date'][property.name='now']": (node) => context.report({ node, messageId: 'clock' }),
  }),
};

const han = /\p{Script=Han}+/gu;
const sentence = /[。！？；，：]/u;

/** Strings in a file, with template pieces; not types, not imports, not object keys. */
const eachString = (report) => ({
  Literal: (node) => {
    if (typeof node.value !== 'string' || node.parent.type === 'TSLiteralType' || node.parent.type === 'ImportDeclaration') return;
    if (node.parent.type === 'Property' && node.parent.key === node && !node.parent.computed) return;
    report(node, node.value);
  },
  TemplateElement: (node) => report(node, node.value.cooked ?? node.value.raw),
  JSXText: (node) => report(node, node.value),
});

/**
 * Sentences live in words/. With 'terms', words of the trade, formats, formulas and patterns are let through: at most fourteen Chinese characters on end and no punctuation of a sentence.
 */
const chineseInWords = {
  meta: { type: 'problem', schema: [{ enum: ['none', 'terms'] }], messages: { move: 'What a person reads belongs in words/: "{{text}}".' } },
  create(context) {
    const terms = context.options[0] === 'terms';
    return eachString((node, text) => {
      const longest = Math.max(0, ...(text.match(han) ?? []).map((run) => [...run].length));
      if (longest === 0 || (terms && longest <= 14 && !sentence.test(text))) return;
      context.report({ node, messageId: 'move', data: { text: text.trim().slice(0, 20) } });
    });
  },
};

const shown = new Set(['title', 'label', 'placeholder', 'alt', 'content', 'message', 'aria-label', 'aria-description', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext']);

/** No text of its own in the pane's markup, in any language: neither between tags nor in what is shown or read aloud. */
const noTextInMarkup = {
  meta: { type: 'problem', schema: [], messages: { text: 'Markup takes its text from words/: "{{text}}".' } },
  create(context) {
    const report = (node, text) => {
      if (/\p{L}/u.test(text)) context.report({ node, messageId: 'text', data: { text: text.trim().slice(0, 20) } });
    };
    const strings = (node) => {
      if (!node) return;
      if (node.type === 'Literal' && typeof node.value === 'string') report(node, node.value);
      else if (node.type === 'TemplateLiteral') for (const piece of node.quasis) report(piece, piece.value.raw);
      else if (node.type === 'JSXExpressionContainer') strings(node.expression);
      else if (node.type === 'ConditionalExpression') [node.consequent, node.alternate].forEach(strings);
      else if (node.type === 'LogicalExpression') [node.left, node.right].forEach(strings);
      else if (node.type === 'BinaryExpression' && node.operator === '+') [node.left, node.right].forEach(strings);
    };
    return {
      JSXText: (node) => report(node, node.value),
      'JSXElement > JSXExpressionContainer, JSXFragment > JSXExpressionContainer': (node) => strings(node.expression),
      JSXAttribute: (node) => shown.has(node.name.name) && strings(node.value),
    };
  },
};

/** Not even by its types is Excel known outside its room. */
const excelInItsRoom = {
  meta: { type: 'problem', schema: [], messages: { type: 'Only src/excel knows {{name}}.' } },
  create: (context) => ({
    TSQualifiedName: (node) => {
      if (['Excel', 'OfficeExtension'].includes(node.left.name)) context.report({ node, messageId: 'type', data: { name: node.left.name } });
    },
  }),
};

/** Nothing is swallowed: a catch does something with what it caught, or throws on. */
const noSwallowing = {
  meta: { type: 'problem', schema: [], messages: { empty: 'A fault that is caught is told, turned into a Problem or thrown on.' } },
  create: (context) => ({
    'CatchClause > BlockStatement[body.length=0]': (node) => context.report({ node, messageId: 'empty' }),
    "CallExpression[callee.property.name='catch'] > ArrowFunctionExpression[body.type='BlockStatement'][body.body.length=0]": (node) =>
      context.report({ node, messageId: 'empty' }),
  }),
};

module.exports = {
  rules: {
    'rooms-only': roomsOnly,
    'one-clock': oneClock,
    'chinese-in-words': chineseInWords,
    'no-text-in-markup': noTextInMarkup,
    'excel-in-its-room': excelInItsRoom,
    'no-swallowing': noSwallowing,
  },
};
