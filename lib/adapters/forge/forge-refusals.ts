// What the adapters of forges' APIs, and the settings of forges, say no with: what happened, and what to do next. Never a header, a token or a body.
import { Refusal } from '../../model/refusal.ts';

/** What another side said, made safe to show. */
export const shown = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\/\/[^/@\s]*@/g, '//…@')
    .slice(0, 200);

/** 404, or NOT_FOUND. */
export const repositoryMissing = (url: string): Refusal =>
  new Refusal('repository-unreachable', {
    fr: `La forge ne montre aucun dépôt à l’adresse ${url} : il n’existe pas, a changé de nom, ou n’est pas visible avec le jeton donné. Vérifiez l’adresse et l’accès, puis recommencez ; ce qui est déjà tiré reste valable.`,
    en: `The forge shows no repository at ${url}: it does not exist, has another name now, or cannot be seen with the token given. Check the address and the access, then try again; what was pulled before stays valid.`,
  });

/** 401, or 403 without a limit. */
export const accessDenied = (url: string, host: string): Refusal =>
  new Refusal('repository-unreachable', {
    fr: `${host} refuse l’accès à ${url} : le jeton ou l’application n’est pas (ou plus) admis. Donnez un jeton valable qui lit ce dépôt, puis recommencez ; ce qui est déjà tiré reste valable.`,
    en: `${host} denies access to ${url}: the token or the app is not accepted (any more). Give a valid token that can read this repository, then try again; what was pulled before stays valid.`,
  });

/** The name belongs to another repository now: its commits must not enter the book of the first. */
export const anotherRepository = (url: string): Refusal =>
  new Refusal('repository-refused', {
    fr: `À l’adresse ${url} se trouve maintenant un autre dépôt que celui tiré jusqu’ici (l’identifiant de la forge diffère). Cherchez où est passé l’ancien et inscrivez son adresse ; inscrivez le nouveau comme un dépôt à part s’il compte.`,
    en: `At ${url} there is now another repository than the one pulled so far (the forge's id differs). Find where the old one went and register its address; register the new one as a repository of its own if it counts.`,
  });

/** Not the address of a repository on this forge. */
export const notARepositoryAddress = (url: string, host: string): Refusal =>
  new Refusal('repository-refused', {
    fr: `L’adresse « ${shown(url)} » n’est pas celle d’un dépôt de ${host}. Corrigez-la dans le registre des projets (par exemple https://${host}/organisation/depot).`,
    en: `The address "${shown(url)}" is not that of a repository on ${host}. Correct it in the register of projects (for example https://${host}/organisation/repository).`,
  });

/** An answer that is none of the shapes that the forge documents. */
export const answerNotUnderstood = (url: string, host: string, what: string): Refusal =>
  new Refusal('repository-unreachable', {
    fr: `La réponse de ${host} pour ${url} n’est pas celle que son API annonce (${shown(what)}). Rien n’en a été retenu. Vérifiez la base de l’API et la version de la forge, ou tirez ce dépôt par git seul ; ce qui est déjà tiré reste valable.`,
    en: `The answer of ${host} for ${url} is not what its API announces (${shown(what)}). None of it was kept. Check the base of the API and the forge's version, or pull this repository by plain git; what was pulled before stays valid.`,
  });

/** Even one commit a page is too much for it. */
export const tooMuchForTheForge = (url: string, host: string): Refusal =>
  new Refusal('repository-unreachable', {
    fr: `${host} ne parvient pas à répondre pour ${url}, même un commit à la fois. Recommencez plus tard, ou tirez ce dépôt par git seul ; ce qui est déjà tiré reste valable.`,
    en: `${host} cannot answer for ${url}, even one commit at a time. Try again later, or pull this repository by plain git; what was pulled before stays valid.`,
  });

/** Pages that repeat (gitlab-org/gitlab#586997): the rest of the history would be missed without a word. */
export const repeatedPage = (url: string, host: string): Refusal =>
  new Refusal('repository-unreachable', {
    fr: `${host} rend deux fois la même page de commits de ${url} : la suite manquerait sans qu’on le voie. Rien de plus n’a été retenu. Tirez ce dépôt par git seul, ou recommencez après une mise à jour de la forge ; ce qui est déjà tiré reste valable.`,
    en: `${host} gives the same page of commits of ${url} twice: the rest would be missed without anybody seeing it. Nothing more was kept. Pull this repository by plain git, or try again after the forge was updated; what was pulled before stays valid.`,
  });

/** @param page tells what may stand there @param where the member, never its value: some are secret */
export const unreadableSetting = (name: string, page: string, where: string): Refusal =>
  new Refusal('invalid-settings', {
    fr: `Le réglage ${name} ne peut pas être lu : ${where}. Il faut une liste JSON, un objet par hôte (${page}) ; corrigez-la et relancez.`,
    en: `The setting ${name} cannot be read: ${where}. It must be a JSON list, one object a host (${page}); correct it and start again.`,
  });
