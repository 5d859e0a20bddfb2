/** An address that a page gave: a link where it is one of the web, else only its words. It is told nothing of us. */
export function Outside({ to }: { readonly to: string }) {
  const url = to.includes("://") ? to : `https://${to}`;
  const safe = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (!safe) return <span dir="auto">{to}</span>;
  return (
    <a href={url} rel="noopener noreferrer nofollow" target="_blank" dir="ltr">
      {to}
    </a>
  );
}
