import ConsoleKit

/// The whole table of keys: those that mean the same everywhere, and those of every screen.
enum KeyTable {
    static let all = Keymap.standard
}
