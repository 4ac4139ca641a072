import ConsoleKit
import ScreenTestKit

extension ScreenTester {
    /// Takes the oldest work without an end: what the view follows; nil when there is none.
    func takeFollowing() -> EffectKey? {
        take { effect -> EffectKey? in
            guard case .run(let run) = effect.kind, run.isEndless else { return nil }
            return run.key
        }
    }
}
