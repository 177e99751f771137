// The command that she copies to sign a challenge: what OpenSSH has on every system, and nothing to install.

/** @param text without quotes or line breaks, as challenges are written */
export const signingCommand = (text: string): string =>
  `printf '%s' '${text.replaceAll("'", '')}' | ssh-keygen -Y sign -n communs -f ~/.ssh/id_ed25519 -`;
