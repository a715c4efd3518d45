// Finds forgotten awaits: statements that start something and let go of its promise, and list methods given async functions.
//
// TypeScript allows both, and a lint tool that guesses types without reading packages misses the calls that matter most:
// those of the database. This asks the compiler for every type.
import path from "node:path";
import ts from "typescript";

const root = path.join(import.meta.dirname, "..");
const heedless = ["every", "filter", "find", "findIndex", "findLast", "findLastIndex", "forEach", "some"];

const program = openProgram();
const checker = program.getTypeChecker();
const found = program.getSourceFiles().filter(isOurs).flatMap(forgotten);
for (const node of found) {
  const source = node.getSourceFile();
  const { line, character } = source.getLineAndCharacterOfPosition(node.getStart());
  console.error(`${path.relative(root, source.fileName)}:${line + 1}:${character + 1} nobody waits for: ${node.getText().split("\n")[0]}`);
}
process.exitCode = found.length ? 1 : 0;

/** One program over all projects, without their references: so types come from the sources, built or not. */
function openProgram() {
  const projects = ["tsconfig.json", "src/tsconfig.json", "locales/tsconfig.json"].map((name) => {
    const file = path.join(root, name);
    return ts.parseJsonConfigFileContent(ts.readConfigFile(file, ts.sys.readFile).config, ts.sys, path.dirname(file), undefined, file);
  });
  const options = { ...projects[0].options, incremental: false, tsBuildInfoFile: undefined };
  return ts.createProgram({ rootNames: [...new Set(projects.flatMap((project) => project.fileNames))], options });
}

function isOurs(source) {
  return !source.isDeclarationFile && !/\/(node_modules|generated)\//.test(source.fileName);
}

function forgotten(source) {
  const nodes = [];
  const visit = (node) => {
    if (ts.isExpressionStatement(node) && letsGo(node.expression)) nodes.push(node);
    if (ts.isCallExpression(node) && loops(node)) nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return nodes;
}

/** An assignment keeps the promise, a handler of its failure or `void` says that nobody means to wait. */
function letsGo(expression) {
  const assigns = ts.isBinaryExpression(expression) && ts.isAssignmentOperator(expression.operatorToken.kind);
  return !assigns && !handlesFailure(expression) && isPromise(checker.getTypeAtLocation(expression));
}

function handlesFailure(expression) {
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return false;
  const method = expression.expression.name.text;
  return (method === "catch" && expression.arguments.length === 1) || (method === "then" && expression.arguments.length === 2);
}

function loops({ expression, arguments: [callback] }) {
  if (!callback || !ts.isPropertyAccessExpression(expression) || !heedless.includes(expression.name.text)) return false;
  return checker
    .getTypeAtLocation(callback)
    .getCallSignatures()
    .some((signature) => isPromise(signature.getReturnType()));
}

function isPromise(type) {
  return (type.isUnion() ? type.types : [type]).some((part) => checker.getPropertyOfType(part, "then"));
}
