/** The page before its script has run. Nothing in it comes from outside. */
export const HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>OTOBO for Rocket.Chat: the playground</title>
<link rel="icon" href="/page/icon.png">
<link rel="stylesheet" href="/page/theme.css">
<link rel="stylesheet" href="/page/page.css">
<script type="module" src="/page/page.js"></script>
</head>
<body><div id="page"><noscript>This page needs JavaScript.</noscript></div></body>
</html>
`;

/** Scripts, styles and connections of our own only: whatever a ticket or message may smuggle in does not run. Blocks may show pictures from elsewhere. */
export const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;
