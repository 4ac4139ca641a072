import ConsoleKit
import TextCanvas

extension ActionID {
    /// Connects to a store now, and proves a write and a read.
    static let storeCheck: ActionID = "store.check"
}

extension StoresScreen {
    /// The keys of the list of stores.
    static let keys = Keymap(
        [
            KeyBinding(.describe, [.character("d")], label: "describe", meaning: "the store's overview"),
            KeyBinding(.dead, [.character("u")], label: "dead letters", meaning: "rows that were meant for it"),
        ] + orders)

    /// The keys that act on a store, in the list and in its own view.
    static let orders = [
        KeyBinding(
            .storeCheck, [.character("h")], label: "check",
            meaning: "connect now, measure, prove a write and a read where allowed", hint: 20),
        KeyBinding(.raw, [.character("y")], label: "raw", meaning: "the store's document, secrets masked", hint: 25),
        KeyBinding(
            .delete, [.character("D")], label: "delete",
            meaning: "remove the store from the registry; what it holds stays", hint: 40, changesServer: true),
    ]

    /// The keys of the list of stores.
    var keymap: Keymap { Self.keys }
}
