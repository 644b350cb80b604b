// The package brings no types of its own.
declare module 'punycode.js' {
  const punycode: { readonly toUnicode: (domain: string) => string };
  // biome-ignore lint/style/noDefaultExport: it is what the package has
  export default punycode;
}
