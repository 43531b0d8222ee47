// Stands where Voila would load MathJax from a public server. No page here sets formulas.
