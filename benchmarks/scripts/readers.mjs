// What two other readers find in scripts, and how fast one of them is. Paths are read from the
// standard input; "node readers.mjs time" prints megabytes in a second
// of the processor.
import { readFileSync } from 'node:fs';
import { parse as acorn } from 'acorn';
import { init, parse as lexer } from 'es-module-lexer';

const paths = readFileSync(0, 'utf8').split('\n').filter(Boolean);
await init;

function ofLexer(source) {
  // It guesses a pattern where a specifier is no literal; nobody else reads that.
  return lexer(source)[0]
    .filter((each) => each.type !== 'import-meta' && each.specifier !== undefined && !each.glob)
    .map((each) => [
      each.importStart,
      each.type === 'dynamic' ? 'called' : 'declared',
      each.specifier,
    ]);
}

function literal(node) {
  const text = node?.type === 'Literal' && typeof node.value === 'string';
  const plain = node?.type === 'TemplateLiteral' && node.expressions.length === 0;
  return text ? node.value : plain ? node.quasis[0].value.cooked : undefined;
}

function isResolve(callee) {
  return callee.type === 'MemberExpression' && callee.object.type === 'MetaProperty'
    && !callee.computed && callee.property.name === 'resolve';
}

function ofAcorn(source) {
  const found = [];
  const open = [acorn(source, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true })];
  while (open.length > 0) {
    const node = open.pop();
    if (/^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type) && node.source) {
      found.push([node.start, 'declared', literal(node.source)]);
    } else if (node.type === 'ImportExpression') {
      found.push([node.start, 'called', literal(node.source)]);
    } else if (node.type === 'CallExpression' && isResolve(node.callee)) {
      found.push([node.start, 'resolved', literal(node.arguments[0])]);
    }
    for (const value of Object.values(node)) {
      for (const each of Array.isArray(value) ? value : [value]) {
        if (typeof each?.type === 'string') {
          open.push(each);
        }
      }
    }
  }
  return found.filter((each) => each[2] !== undefined).sort((a, b) => a[0] - b[0]);
}

function print(path, name, reader, source) {
  try {
    for (const [, kind, value] of reader(source)) {
      console.log([path, name, kind, encodeURIComponent(value.toWellFormed())].join('\t'));
    }
  } catch (e) {
    console.log([path, name, 'refused', encodeURIComponent(e.message.split('\n')[0])].join('\t'));
  }
}

function time() {
  const sources = paths.map((path) => readFileSync(path, 'utf8'));
  const bytes = sources.reduce((sum, source) => sum + Buffer.byteLength(source), 0);
  let best = Infinity;
  for (let pass = 0; pass < 10; pass++) {
    const start = process.cpuUsage();
    for (const source of sources) {
      try {
        lexer(source);
      } catch {
        // Takes its time as well.
      }
    }
    const used = process.cpuUsage(start);
    best = Math.min(best, (used.user + used.system) / 1000);
  }
  console.log((bytes / 1000 / best).toFixed(0));
}

if (process.argv[2] === 'time') {
  time();
} else {
  for (const path of paths) {
    const source = readFileSync(path, 'utf8');
    print(path, 'lexer', ofLexer, source);
    print(path, 'acorn', ofAcorn, source);
  }
}
