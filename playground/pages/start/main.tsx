import { mount } from '../shared/mount';
import { StartPage } from './StartPage';

mount(<StartPage />);
