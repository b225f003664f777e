import { Clock } from '../../../playground/clock';
import { Screens } from '../../../playground/rocketchat/screens';

function screensOf(): { clock: Clock; screens: Screens; open: (id: string) => void } {
  const clock = new Clock();
  const screens = new Screens(clock);
  return { clock, screens, open: (id) => screens.show('alice', { type: 'modal.open', triggerId: screens.trigger('alice'), view: { id } }) };
}

describe("a user's screen", () => {
  it('shows a view that arrives within five seconds', () => {
    const { clock, screens } = screensOf();
    const triggerId = screens.trigger('alice');
    clock.advance(4_900);
    screens.show('alice', { type: 'modal.open', triggerId, view: { id: 'v' } });
    expect(screens.openViews('alice')).toEqual([{ kind: 'modal', view: { id: 'v' }, errors: {} }]);
  });

  it('drops a view that comes later', () => {
    const { clock, screens } = screensOf();
    const triggerId = screens.trigger('alice');
    clock.advance(5_000);
    screens.show('alice', { type: 'modal.open', triggerId, view: { id: 'v' } });
    expect(screens.openViews('alice')).toEqual([]);
  });

  it('takes a trigger id once: an update with the id that opened the view is dropped', () => {
    const { screens } = screensOf();
    const triggerId = screens.trigger('alice');
    screens.show('alice', { type: 'modal.open', triggerId, view: { id: 'v', title: 'first' } });
    screens.show('alice', { type: 'modal.update', triggerId, view: { id: 'v', title: 'second' } });
    expect(screens.openViews('alice').map(({ view }) => view.title)).toEqual(['first']);
  });

  it("does not take another user's trigger id", () => {
    const { screens } = screensOf();
    screens.show('bob', { type: 'modal.open', triggerId: screens.trigger('alice'), view: { id: 'v' } });
    expect(screens.openViews('bob')).toEqual([]);
  });

  it('shows an update in place of the view with the same id', () => {
    const { screens, open } = screensOf();
    open('a');
    open('b');
    screens.show('alice', { type: 'modal.update', triggerId: screens.trigger('alice'), view: { id: 'a', title: 'new' } });
    expect(screens.openViews('alice').map(({ view }) => view)).toEqual([{ id: 'a', title: 'new' }, { id: 'b' }]);
  });

  it('closes a view when its submission succeeds', () => {
    const { screens, open } = screensOf();
    open('v');
    screens.submitted('alice', 'v', { success: true });
    expect(screens.openViews('alice')).toEqual([]);
  });

  it('keeps a view with its errors when the submission is refused', () => {
    const { screens, open } = screensOf();
    open('v');
    screens.submitted('alice', 'v', { type: 'errors', triggerId: screens.trigger('alice'), viewId: 'v', errors: { name: 'is missing' } });
    expect(screens.openViews('alice')).toEqual([{ kind: 'modal', view: { id: 'v' }, errors: { name: 'is missing' } }]);
  });

  it('keeps a view when the app answers nothing at all', () => {
    const { screens, open } = screensOf();
    open('v');
    screens.submitted('alice', 'v', null);
    expect(screens.openViews('alice')).toHaveLength(1);
  });
});
