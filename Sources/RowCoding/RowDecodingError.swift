/// Why bytes are not a row, a key or a value. Offsets count bytes from the start of the message.
public enum RowDecodingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The bytes end inside of something.
    case truncated(offset: Int)
    /// A number is longer than ten bytes.
    case overlongNumber(offset: Int)
    /// A field's tag has no field number or a wire type that does not exist.
    case invalidTag(offset: Int)
    /// Groups (a form that no message here uses) are nested too deeply, or end where none began.
    case invalidGroup(offset: Int)
    /// Text is not UTF-8.
    case invalidText(field: String, offset: Int)
    /// Some fields of a stored value have names and some have none, so that neither encoding fits.
    case mixedNames

    /// One sentence, without any of the bytes.
    public var description: String {
        switch self {
        case .truncated(let offset): "the message is cut off at byte \(offset)"
        case .overlongNumber(let offset): "the number at byte \(offset) is longer than ten bytes"
        case .invalidTag(let offset): "there is no valid field tag at byte \(offset)"
        case .invalidGroup(let offset): "a group at byte \(offset) is nested too deeply or does not match"
        case .invalidText(let field, let offset): "\(field) at byte \(offset) is not UTF-8"
        case .mixedNames: "some fields of the stored value have names and some have none"
        }
    }
}
