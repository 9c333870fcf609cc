import { appId, type ManifestSettings } from './manifest-settings';
import { words } from './words';

/** The newest schema that Teams takes everywhere and Microsoft's own validator knows. */
const manifestVersion = '1.25';

/**
 * The app for Teams: the tab, the bot with its message extension, and how its user is let in.
 * @see https://learn.microsoft.com/microsoft-365/extensibility/schema/
 */
export function teamsManifest(settings: ManifestSettings, app: 'teams' | 'unified' = 'teams') {
  const { url, host, version, clientId } = settings;
  const { name, fullName, short, full, tabs } = words.ru;
  const withBot = settings.botId !== null;
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`,
    manifestVersion,
    version,
    id: appId(settings, app),
    developer: {
      name,
      websiteUrl: `${url}/support`,
      privacyUrl: `${url}/privacy`,
      termsOfUseUrl: `${url}/terms`,
    },
    localizationInfo: {
      defaultLanguageTag: 'ru',
      additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
    },
    name: { short: name, full: fullName },
    description: { short, full },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#5B5FC7',
    staticTabs: [
      { entityId: 'calls', name: tabs.calls, contentUrl: `${url}/`, websiteUrl: `${url}/`, scopes: ['personal'] },
      {
        entityId: 'companies',
        name: tabs.companies,
        contentUrl: `${url}/companies`,
        websiteUrl: `${url}/companies`,
        scopes: ['personal'],
      },
      { entityId: 'about', scopes: ['personal'] },
    ],
    ...(withBot && {
      bots: [
        {
          botId: settings.botId!,
          scopes: ['personal'],
          supportsFiles: false,
          isNotificationOnly: false,
          commandLists: [
            {
              scopes: ['personal'],
              commands: words.ru.commands.map(([title, description]) => ({ title, description })),
            },
          ],
        },
      ],
      composeExtensions: [
        {
          botId: settings.botId!,
          commands: [
            {
              id: 'searchCompanies',
              type: 'query',
              context: ['compose', 'commandBox'],
              initialRun: true,
              title: words.ru.search,
              description: words.ru.searchWhat,
              parameters: [{ name: 'query', title: words.ru.searchWhat, inputType: 'text' }],
            },
          ],
          messageHandlers: [{ type: 'link', value: { domains: [host], supportsAnonymizedPayloads: false } }],
        },
      ],
    }),
    permissions: ['identity'],
    validDomains: [host],
    ...(clientId && { webApplicationInfo: { id: clientId, resource: `api://${host}/${clientId}` } }),
  };
}

/** What the English reader sees of it. */
export function englishTexts(withBot: boolean) {
  const { name, fullName, short, full, tabs } = words.en;
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.Localization.schema.json`,
    'name.short': name,
    'name.full': fullName,
    'description.short': short,
    'description.full': full,
    'staticTabs[0].name': tabs.calls,
    'staticTabs[1].name': tabs.companies,
    ...(withBot && {
      ...Object.fromEntries(
        words.en.commands.flatMap(([title, description], index) => [
          [`bots[0].commandLists[0].commands[${index}].title`, title],
          [`bots[0].commandLists[0].commands[${index}].description`, description],
        ]),
      ),
      'composeExtensions[0].commands[0].title': words.en.search,
      'composeExtensions[0].commands[0].description': words.en.searchWhat,
      'composeExtensions[0].commands[0].parameters[0].title': words.en.searchWhat,
    }),
  };
}
