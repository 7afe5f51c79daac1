/** What a style sheet is to a test outside a browser: class names that are their own keys. */
module.exports = new Proxy({}, { get: (_, name) => (name === '__esModule' ? false : String(name)) });
