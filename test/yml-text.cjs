/** Hands a YAML file to whoever imports it as the text it is. */
module.exports = { process: (text) => ({ code: `module.exports = ${JSON.stringify(text)};` }) };
