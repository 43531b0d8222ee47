// Reads xAPI statements from standard input, one a line, and writes somebody else's complaints about each as JSON.
const { readFileSync } = require("node:fs");
const validate = require("xapi-validation").default;

const lines = readFileSync(0, "utf8").split("\n").filter(Boolean);
process.stdout.write(JSON.stringify(lines.map((line) => validate(JSON.parse(line)).map(String))));
