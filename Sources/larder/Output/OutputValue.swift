/// A tree of plain data on its way to standard output. Objects keep the order of their fields.
indirect enum OutputValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int64)
    case double(Double)
    case string(String)
    case list([OutputValue])
    case object([OutputField])

    /// The field of an object; nil where there is none, or this is no object.
    subscript(field: String) -> OutputValue? {
        guard case .object(let fields) = self else { return nil }
        return fields.first { $0.name == field }?.value
    }
}

/// A named value of an object.
struct OutputField: Sendable, Equatable {
    let name: String
    let value: OutputValue

    init(_ name: String, _ value: OutputValue) {
        self.name = name
        self.value = value
    }
}

extension OutputValue {
    /// Text, or null where there is none.
    static func optional(_ text: String?) -> OutputValue { text.map(OutputValue.string) ?? .null }

    /// An integer, or null where it is unknown.
    static func optional(_ number: Int64?) -> OutputValue { number.map(OutputValue.integer) ?? .null }

    /// A number, or null where it is unknown.
    static func optional(_ number: Double?) -> OutputValue { number.map(OutputValue.double) ?? .null }

    /// A list of texts.
    static func strings(_ texts: some Sequence<String>) -> OutputValue { .list(texts.map(OutputValue.string)) }
}
