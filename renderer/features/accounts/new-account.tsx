// A further account, in the accounts room.
import { useStrings } from '../../strings/words';
import { Wizard } from './wizard';
import classes from './wizard.module.css';

export function NewAccount() {
  const { accounts } = useStrings();
  return (
    <div className={classes.container}>
      <Wizard title={<h2 className={classes.title}>{accounts.welcome}</h2>} />
    </div>
  );
}
