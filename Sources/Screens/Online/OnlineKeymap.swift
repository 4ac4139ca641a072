import ConsoleKit
import TextCanvas

extension OnlineScreen {
    /// The keys of the online inspector.
    static let keys = Keymap([
        KeyBinding(
            .open, [.enter], label: "edit/ask",
            meaning: "edit the key; in the form: ask; in the card: open the view that a line names",
            hint: 10),
        KeyBinding(.paneNext, [.tab], label: "features", meaning: "choose features; in the form: next field", hint: 15),
        KeyBinding(.wiring, [.character("x")], label: "why", meaning: "why the value is what it is", hint: 20),
        KeyBinding(
            .copy, [.character("c")], label: "copy", meaning: "copy the values as JSON or as a command", hint: 30),
        KeyBinding(.refresh, [.character("r"), .function(5)], label: "ask again", hint: 25),
    ])

    /// The keys of the online inspector.
    var keymap: Keymap { Self.keys }
}
