/** @type {import('@sveltejs/vite-plugin-svelte').SvelteConfig} */
export default {
  compilerOptions: {
    runes: true,
    // Styles stand in files: the content security policy forbids inline ones.
    css: 'external',
  },
};
