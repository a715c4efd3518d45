// Every rule of Slack's Marketplace and Microsoft's store for Teams that can be checked without them, beside the test that holds it.
// Sources: docs.slack.dev/slack-marketplace/slack-marketplace-app-guidelines-and-requirements (and the checklist for submitting an app);
// learn.microsoft.com/microsoftteams/platform/concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines.
// Not here, because only the operator or the store can show it: the pages for privacy, terms and support, pictures, speed on their networks.
// Not met, and therefore without a test (Teams): the greeting of a team names who added the bot; an answer in somebody's own chat names the
// channel in which it was asked for.

/** store | rule | file | test, in the order in which a reviewer meets them. */
const table = `
both  | first met, the bot says in one message what it does and how to begin | test/store-rules-teams.test.ts | installed by %s, the bot sends one message that says what it does and how to begin
Slack | the same at somebody's first words | test/store-rules-slack.test.ts | %s, who writes for the first time, gets one message that says what the bot does and how to begin
both  | the welcome comes once | src/roster/welcome.test.ts | is the answer itself when the two meet, and never comes twice
Teams | in a team one greeting for all, and no message to a member | test/store-rules-teams.test.ts | added to a team, the bot greets the team once, says what it does there and how to begin, and writes to nobody
Teams | who joins or leaves is not told to others | adapters/teams/index.test.ts | of people who come and go, and of what concerns nobody, nothing is said
Slack | added to a channel, the bot posts nothing by itself | test/store-rules-slack.test.ts | added to a channel, the bot writes to nobody: neither there nor to anybody in it
Teams | a welcome or prompt starters, not both | test/store-rules-teams.test.ts | no command of the menus is a prompt to start with, because the bot greets by itself
Slack | after installing, a page says what to do next | adapters/slack/install.test.ts | the way back brings the token of that workspace, and says what to do next
Slack | a stopped installation says so | adapters/slack/install.test.ts | who stops halfway, or is refused by Slack, reads that nothing was installed, in their language
Slack | the Home tab is of use to everybody, with settings and support on it | test/store-rules-slack.test.ts | the Home tab has something for %s, the way to the settings, and whom to ask
Slack | tabs that are switched on are used | test/store-rules-slack.test.ts | the tabs that are on are used, and the command is the bot's own with a hint in the words it answers

Slack | „help“ is answered in every place and language | test/store-rules-slack.test.ts | help is answered in every place, in the language of whoever asks: %s
Teams | the same | test/store-rules-teams.test.ts | help is answered in every place, in the language of whoever asks: %s
Slack | a command without a word behind it shows how it is used | test/store-rules-slack.test.ts | without a word behind it the command shows the help, in a direct chat and in a channel
Slack | what the command's hint names works for everybody | test/store-rules-slack.test.ts | every word of the command's hint is answered to everybody, with a way on
Teams | every listed command works for everybody who sees it | test/store-rules-teams.test.ts | every command of every menu is answered to everybody who sees it, with a way on, in %s
Teams | the menus are for the places the manifest names | test/store-rules-teams.test.ts | the menus are for exactly the places the app can be installed in
Teams | Hi, Hello and Help are answered | test/store-rules-teams.test.ts | „%s“ is answered everywhere, to everybody
both  | all commands of the bot's own help work | test/store-rules.test.ts | every word the help names to somebody is understood when they type it, in %s
Slack | unknown words and an empty mention get a way out | test/store-rules-slack.test.ts | „%s“, which nobody understands, is answered with a way out
Teams | the same | test/store-rules-teams.test.ts | „%s“, which nobody understands, is answered with a way out
both  | misspelt words are offered, never run | src/help/heard.test.ts | offers near words as buttons and does nothing by itself
both  | who is not let in is told the way, and nothing else | src/roster/contact.test.ts | never lets anybody unlinked learn a name, a seat or a meeting, whatever is asked
both  | wrong details are explained, with an example | src/help/cards.test.ts | store nothing, give an example, and leave ways forward
both  | a fault says what happened and what can be done | src/help/cards.test.ts | says of a fault whether it was stored, what now, and what the log calls it
Slack | one command of an unmistakable name, with hint and description | manifest/slack.test.ts | a command that is Slack's own

both  | no dead end: every card leads on | src/testing/wording.test.ts | every card leads on, or only says what was done
both  | the ends are known, each with its reason | test/store-rules.test.ts | a card with nothing to press is one of the ends with a reason, and each of these is still one, in %s
both  | whatever people do in whatever order, there is a way on | src/testing/anyone.test.ts | people do whatever they like, %s
both  | a step can be stopped | src/help/help.test.ts | says that a stopped step stored nothing, and offers ways on
Teams | a form that is left gives back what was there | adapters/teams/form.test.ts | makes way for what was there when the person stops halfway; the bot is not asked
both  | what cannot be undone asks first | src/privacy/privacy.test.ts | nothing is erased before the second press
both  | what takes back or ends stands last | src/testing/wording.test.ts | what takes back or ends is the last button
both  | one form instead of one question after another | src/help/cards.test.ts | asks the same inputs in a card where no window can be opened
both  | old buttons are answered | src/help/heard.test.ts | answers a strange button politely

Slack | acknowledged once it is stored (in three seconds) | adapters/slack/index.test.ts | %s is acknowledged only after it was stored
Teams | the same | adapters/teams/index.test.ts | %s is acknowledged only after it was stored
both  | what is delivered twice counts once | test/redelivery.test.ts | whatever is delivered again, at once or late, here or there, changes nothing and gets the same answer

both  | no message without a cause | test/store-rules.test.ts | time alone writes to nobody: without a meeting or a task only the office hears that mandates are to be checked
both  | one live card for each matter | adapters/jobs/live.test.ts | a newer card of the matter makes the older one say so
both  | at most two nudges, none to who has answered | src/notice/rules.test.ts | for any round and any passes: at most two nudges, none to who has answered, nothing in quiet hours or after its use, no key twice
both  | who rests gets nothing; nothing at night or on days off | src/notice/simulation.test.ts | for months of chances with seed %i the bot's own messages keep their promises, and the same seed gives the same log
both  | several reminders of a day are one message | src/notice/tasks.test.ts | several of one day are one message, and each of them is recorded
both  | every message can be changed in type, time or place | test/store-rules.test.ts | everybody the bot writes to unasked reaches the settings by one word, and finds there the rest, the language and the account
both  | who has taken the bot away gets nothing | test/store-rules.test.ts | whoever has taken the bot away gets nothing of an invitation, its reminders, a new day and a cancellation
Slack | after uninstalling nothing is sent or heard | adapters/slack/removed.test.ts | after the app was uninstalled nobody there is written to, and nothing is heard
Slack | after uninstalling the token is deleted | adapters/slack/workspaces.test.ts | who uninstalls takes the stored token along, and leaves the others alone
Slack | no @channel, no previews | adapters/slack/send.test.ts | a message is posted with its id, rings nobody and shows no previews
Teams | no mentions | adapters/teams/send.test.ts | a message is posted to the stored conversation, with the bot's token, and mentions nobody
both  | rate limits are kept | test/storm.test.ts | a workspace that limits is left alone as long as it asks; all its messages arrive once, and nobody else waits for them
Slack | personal answers are seen by the person only | test/store-rules-slack.test.ts | in a channel only the person sees that they were not understood, or asked for something of their own
both  | in a channel stands only what is for everybody there | src/testing/among-all.test.ts | of what a delegate may ask, exactly the words meant for everybody are answered to everybody, and help in a channel names them

both  | titles, labels and buttons fit a phone, at most four buttons | src/testing/wording.test.ts | titles, labels and buttons keep their limits, however long the names are
both  | lines of the help fit a phone | src/testing/wording.test.ts | the lines of the help fit beside their word on a phone
Teams | cards of version 1.5, one column, at most six actions, labelled inputs | test/store-rules-teams.test.ts | are for a phone: one column, at most six actions, text that wraps, inputs with labels and pictures with words, in %s
Slack | choices are read whole, inputs are labelled | test/store-rules-slack.test.ts | nothing that can be chosen is cut off, and every input has its label, in %s
both  | every card is within the messenger's limits, without tables | test/messengers.test.ts | shows every card of the gallery within its limits, in %s with %s names
both  | notifications and screen readers get everything in words | test/messengers.test.ts | the text twin holds every fact, sentence and row of the card, and every link, in %s with %s names
both  | no typos that can be counted, the same word for the same thing | src/testing/wording.test.ts | the same wish has the same label everywhere
both  | nothing people write becomes markup, a link or a mention | test/messengers.test.ts | nothing people write becomes a mention, a link, markup or a script, in any field of any card or form (R18)
both  | a link says what it opens | test/store-rules.test.ts | a link opens nothing but a file or the calendar, and says so, in %s
both  | whoever changes the language is answered in it | src/help/help.test.ts | speaks English to who reads English, and changes back

both  | privacy: what is stored, who answers for it, how it is erased | test/store-rules.test.ts | %s reads by one word who is responsible and how to reach them, what is stored and how it is erased
both  | people can take their data away | src/privacy/privacy.test.ts | the file holds everything of the person and nothing of anybody else
both  | support is reached from the help | test/store-rules.test.ts | the help leads %s to the office, and the office to the members
Slack | each permission has its reason | test/store-rules-slack.test.ts | docs/slack.md gives a reason for each permission the manifest asks for, and for no other
Slack | no permission that is not used | adapters/slack/scopes.test.ts | the bot asks for no more than it needs, and may be refused the e-mail addresses
Slack | no legacy permission, none in a person's name | test/store-rules-slack.test.ts | it asks for nothing in anybody's own name, and for no messages but those people write to it
Slack | all works without the optional permissions | adapters/slack/start.test.ts | without the scope nobody is asked about any more
Slack | shared channels and whole organisations | adapters/slack/inbound.origin.test.ts | in a shared channel the workspace of the guest is never the tenant, even where the bot is installed there too
Slack | requests are checked, an installation is bound to its browser | adapters/slack/install.test.ts | another browser cannot end what this one began
both  | no secret in a log or a table | test/installations.test.ts | no line it printed and no table holds a token, a secret or a key
Teams | requests are checked | adapters/teams/forged.test.ts | what Teams signed is heard
Teams | no permission, no foreign domain, a released manifest | test/store-rules-teams.test.ts | asks for nothing but the bot: no permission, no domain, no sign-in, no preview of the manifest
Teams | each place has its reason | test/store-rules-teams.test.ts | docs/teams.md gives a reason for each place the app can be installed in

both  | the name is no product's and no feature's | test/store-rules.test.ts | %s: the name is no product's and no feature's of the messenger
both  | a short description of one sentence, ten words, no claims | test/store-rules.test.ts | %s: the short description is one sentence of at most ten words without the name, markup or claims
both  | a long description with the way to access and help | test/store-rules.test.ts | %s: the long description says what the bot does, how to get access and how to get help, and claims nothing
Slack | the manifest is within Slack's limits, addresses are https | manifest/slack.test.ts | both variants are what Slack accepts
Teams | the manifest is within Microsoft's limits, in both languages, pages are https | manifest/teams.test.ts | the manifest and its English texts are what Microsoft's own schemas accept
Teams | icons of the right size and colour | manifest/teams.test.ts | an icon of the wrong size or colour is refused
Teams | the outline icon has no padding | test/store-rules-teams.test.ts | the outline icon fills its square
`;

export const rules = table
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => {
    const [store = "", rule = "", file = "", title = ""] = line.split("|").map((part) => part.trim());
    return { store, rule, file, title };
  });
