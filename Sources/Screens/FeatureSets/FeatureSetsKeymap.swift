import ConsoleKit
import TextCanvas

extension FeatureSetsScreen {
    /// The keys of the list of feature sets.
    static let keys = Keymap(
        [KeyBinding(.describe, [.character("d")], label: "describe", meaning: "the feature set's overview")] + orders)

    /// The keys that act on a feature set, in the list and in its own view.
    static let orders = [
        KeyBinding(.raw, [.character("y")], label: "raw", meaning: "the feature set's YAML document", hint: 20),
        KeyBinding(
            .inspect, [.character("i")], label: "inspect", meaning: "online values of the feature set", hint: 25),
        KeyBinding(
            .dead, [.character("u")], label: "dead letters", meaning: "rows of it that were set aside", hint: 30),
        KeyBinding(.wiring, [.character("x")], label: "why", meaning: "what is not in order with it"),
    ]

    /// The keys of the list of feature sets.
    var keymap: Keymap { Self.keys }
}
