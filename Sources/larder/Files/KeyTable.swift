import ConsoleKit
import Operations
import Screens

/// The whole table of keys: those that mean the same everywhere, and those of every screen.
enum KeyTable {
    /// - Parameter operations: what the screens would ask; their keys do not depend on it.
    static func of(_ operations: Operations) -> Keymap { LarderScreens.catalog(operations).keymap }
}
