import { Text } from '@fluentui/react-components';
import { Themed } from './mount';
import { useTexts } from './TextsProvider';
import { teamsThemes } from './themes';
import { usePrefersDark } from './use-prefers-dark';

export function Failed() {
  const { start } = useTexts();
  return (
    <Themed theme={usePrefersDark() ? teamsThemes.dark : teamsThemes.default}>
      <Text role="alert" block align="center" style={{ paddingTop: '30vh' }}>
        {start.failed}
      </Text>
    </Themed>
  );
}
