public import FeatureModel

/// Turns text into values: the one place of the rules for cells of files and for values given by hand.
public enum CellConverter {
    /// Reads text as a value, by the rules of CSV cells: see ``RowBatch/value(row:column:as:)``.
    ///
    /// - Throws: where the text is no such value or out of the type's range.
    public static func value(of text: String, as type: ValueType) throws(CellFault) -> FeatureValue {
        var text = text
        let result = text.withUTF8 { bytes in
            Result { () throws(CellFault) in try value(of: UnsafeRawBufferPointer(bytes), kind: .text, as: type) }
        }
        return try result.get()
    }

    static func value(
        of cell: UnsafeRawBufferPointer, kind: CellSpan.Kind, as type: ValueType
    ) throws(CellFault) -> FeatureValue {
        if type.isList { return try ListConverter.list(of: cell, kind: kind, as: type) }
        let value: FeatureValue? =
            switch type {
            case .string: kind == .text ? .string(String(decoding: cell, as: UTF8.self)) : nil
            case .bytes: kind == .text ? Base64.bytes(cell).map { .bytes($0) } : nil
            case .bool: bool(cell, kind).map { .bool($0) }
            default: kind == .text || kind == .number ? try number(cell, kind, as: type) : nil
            }
        guard let value else { throw fault(type, cell, kind) }
        return value
    }

    private static func number(
        _ cell: UnsafeRawBufferPointer, _ kind: CellSpan.Kind, as type: ValueType
    ) throws(CellFault) -> FeatureValue? {
        switch type {
        case .int32:
            guard let number = NumberText.integer(cell), let small = Int32(exactly: number) else {
                throw outOfRange(type, cell, kind, "\(Int32.min) to \(Int32.max)", NumberText.isInteger(cell))
            }
            return .int32(small)
        case .int64:
            guard let number = NumberText.integer(cell) else {
                throw outOfRange(type, cell, kind, "\(Int64.min) to \(Int64.max)", NumberText.isInteger(cell))
            }
            return .int64(number)
        case .double:
            let number = try checked(NumberText.floating(cell, as: Double.self), cell, kind, type)
            return number.map { .double($0) }
        default:
            let number = try checked(NumberText.floating(cell, as: Float.self), cell, kind, type)
            return number.map { .float($0) }
        }
    }

    /// An infinity that was not named is a number beyond the type's range.
    private static func checked<Number: BinaryFloatingPoint>(
        _ number: Number?, _ cell: UnsafeRawBufferPointer, _ kind: CellSpan.Kind, _ type: ValueType
    ) throws(CellFault) -> Number? {
        guard let number, number.isInfinite, NumberText.named(cell) == nil else { return number }
        throw outOfRange(type, cell, kind, "up to \(Number.greatestFiniteMagnitude)", true)
    }

    private static func bool(_ cell: UnsafeRawBufferPointer, _ kind: CellSpan.Kind) -> Bool? {
        guard kind != .tree, cell.count <= 5 else { return nil }
        return switch String(decoding: cell, as: UTF8.self).lowercased() {
        case "true", "1": true
        case "false", "0": false
        default: nil
        }
    }

    private static func outOfRange(
        _ type: ValueType, _ cell: UnsafeRawBufferPointer, _ kind: CellSpan.Kind, _ range: String, _ isNumber: Bool
    ) -> CellFault {
        guard isNumber else { return fault(type, cell, kind) }
        return CellFault(expected: "\(type.name) (\(range))", got: quoted(cell, kind: kind))
    }

    static func fault(_ type: ValueType, _ cell: UnsafeRawBufferPointer, _ kind: CellSpan.Kind) -> CellFault {
        let form =
            switch type {
            case .bool: "BOOL (true, false, 1 or 0)"
            case .bytes: "BYTES (base64)"
            case _ where type.isList: "\(type.name) (a JSON array)"
            default: type.name
            }
        return CellFault(expected: form, got: quoted(cell, kind: kind))
    }

    /// What a cell holds, for a message.
    static func quoted(_ cell: UnsafeRawBufferPointer, kind: CellSpan.Kind) -> String {
        let start = String(decoding: cell.prefix(400), as: UTF8.self)
        switch kind {
        case .null: return "null"
        case .text, .quotedText, .escapedText: return SafeText.quoted(start)
        case .number: return "the number \(start.prefix(60))"
        case .boolean: return start
        case .tree: return start.hasPrefix("[") ? "a JSON array" : "a JSON object"
        }
    }
}
