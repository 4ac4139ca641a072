internal import CNcurses
internal import Glibc

/// The modes of a terminal (`stty`), to compare before with after.
public struct TerminalSettings: Sendable, Hashable {
    private let flags: [UInt32]
    private let characters: [UInt8]

    /// Reads them from a descriptor; nil when it is no terminal.
    public init?(descriptor: Int32) {
        var modes = termios()
        guard tcgetattr(descriptor, &modes) == 0 else { return nil }
        flags = [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag, modes.c_ispeed, modes.c_ospeed]
        characters = withUnsafeBytes(of: modes.c_cc) { Array($0) }
    }

    /// True while lines are edited by the system, as a shell's user is used to.
    public var isCanonical: Bool { flags[3] & UInt32(ICANON) != 0 }

    /// True while typed characters appear by themselves.
    public var isEchoing: Bool { flags[3] & UInt32(ECHO) != 0 }
}
