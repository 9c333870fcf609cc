import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  code: {
    margin: '4px 0 0',
    padding: '8px 12px',
    overflowX: 'auto',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
});

/** https://learn.microsoft.com/exchange/permissions-exo/application-rbac */
const commands = `Connect-ExchangeOnline
$app = "<application (client) id>"
New-ServicePrincipal -AppId $app -ObjectId "<object id of the enterprise application>" -DisplayName Ryadom
New-DistributionGroup -Name "Ryadom sales" -Type Security
$group = (Get-Group "Ryadom sales").DistinguishedName
New-ManagementScope "Ryadom sales" -RecipientRestrictionFilter "MemberOfGroup -eq '$group'"
New-ManagementRoleAssignment -App $app -Role "Application Calendars.ReadWrite" -CustomResourceScope "Ryadom sales"
Test-ServicePrincipalAuthorization $app -Resource anna@company.ru`;

const steps = ['register', 'narrow', 'settings', 'prove'] as const;

/** What an administrator of Microsoft 365 does once. */
export function SetUpSteps() {
  const { t } = useTranslation('calendar');
  const styles = useStyles();
  return (
    <ol className={styles.list}>
      {steps.map((step) => (
        <li key={step}>
          <Text>{t(`admin.steps.${step}`)}</Text>
          {step === 'narrow' && (
            <pre className={styles.code} tabIndex={0}>
              {commands}
            </pre>
          )}
        </li>
      ))}
    </ol>
  );
}
