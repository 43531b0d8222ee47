// Stands where Voila would load MathJax from a public server. No page here sets formulas, so it does nothing.
const nothing = () => {};
window.MathJax = { Hub: { Config: nothing, Configured: nothing, Queue: nothing, Register: { StartupHook: nothing } } };
