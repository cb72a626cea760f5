// Puts a text that is no secret on the clipboard, from the page itself.

export async function copyText(text: string): Promise<void> {
  // Some system web views have no asynchronous clipboard outside of https.
  if ('clipboard' in navigator) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const put = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', put, { once: true });
  document.execCommand('copy');
}
