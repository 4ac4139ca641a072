import ConsoleKit
import TextCanvas

/// The keys of orders to dead letters, the same in every view of them.
enum LetterKeys {
    /// Replaying and discarding.
    static let orders = [
        KeyBinding(
            .deadReplay, [.character("R")], label: "replay",
            meaning: "produce the marked ones, or the one under the cursor, to their source again", hint: 30,
            changesServer: true),
        KeyBinding(
            .delete, [.character("D")], label: "discard",
            meaning: "forget the marked ones, or the one under the cursor, for good", hint: 35, changesServer: true),
    ]
}
