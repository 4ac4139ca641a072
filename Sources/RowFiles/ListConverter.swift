internal import FeatureModel

/// Turns JSON arrays into values of list types.
enum ListConverter {
    static func list(
        of cell: UnsafeRawBufferPointer, kind: CellSpan.Kind, as type: ValueType
    ) throws(CellFault) -> FeatureValue {
        guard kind == .tree || kind == .text else { throw CellConverter.fault(type, cell, kind) }
        switch type {
        case .bytesList:
            return .bytesList(try items(cell, kind, type) { if case .bytes(let x) = $0 { x } else { nil } })
        case .stringList:
            return .stringList(try items(cell, kind, type) { if case .string(let x) = $0 { x } else { nil } })
        case .int32List:
            return .int32List(try items(cell, kind, type) { if case .int32(let x) = $0 { x } else { nil } })
        case .int64List:
            return .int64List(try items(cell, kind, type) { if case .int64(let x) = $0 { x } else { nil } })
        case .doubleList:
            return .doubleList(try items(cell, kind, type) { if case .double(let x) = $0 { x } else { nil } })
        case .floatList:
            return .floatList(try items(cell, kind, type) { if case .float(let x) = $0 { x } else { nil } })
        default: return .boolList(try items(cell, kind, type) { if case .bool(let x) = $0 { x } else { nil } })
        }
    }

    private static func items<Item>(
        _ cell: UnsafeRawBufferPointer, _ kind: CellSpan.Kind, _ type: ValueType, take: (FeatureValue) -> Item?
    ) throws(CellFault) -> [Item] {
        let result: Result<[FeatureValue], CellFault>
        do throws(JSONScanner.Failure) {
            result = try elements(cell, type: type.element)
        } catch {
            throw CellConverter.fault(type, cell, kind)
        }
        return try result.get().compactMap(take)
    }

    /// - Throws: where the text is no array; an array with a wrong item is the failure that is returned.
    private static func elements(
        _ cell: UnsafeRawBufferPointer, type: ValueType
    ) throws(JSONScanner.Failure) -> Result<[FeatureValue], CellFault> {
        var scanner = JSONScanner(cell, range: 0..<cell.count)
        scanner.skipBlanks()
        guard scanner.take("[") else { throw scanner.failure("no array") }
        var values: [FeatureValue] = []
        if !scanner.take("]") {
            repeat {
                let span = try scanner.value()
                switch element(span, of: cell, type: type) {
                case .success(let value): values.append(value)
                case .failure(let fault): return .failure(fault)
                }
            } while scanner.take(",")
            guard scanner.take("]") else { throw scanner.failure("no end") }
        }
        guard scanner.isAtEnd else { throw scanner.failure("no end") }
        return .success(values)
    }

    private static func element(
        _ span: CellSpan, of cell: UnsafeRawBufferPointer, type: ValueType
    ) -> Result<FeatureValue, CellFault> {
        let bytes = UnsafeRawBufferPointer(rebasing: cell[span.range])
        guard span.kind != .null else {
            return .failure(CellFault(expected: "\(type.name) in the list", got: "null"))
        }
        guard span.kind == .escapedText else {
            return Result { () throws(CellFault) in try CellConverter.value(of: bytes, kind: span.kind, as: type) }
        }
        var text = [UInt8](bytes)
        TextBytes.appendWithoutJSONEscapes(0..<bytes.count, to: &text)
        return text.withUnsafeBytes { memory in
            Result { () throws(CellFault) in
                let unescaped = UnsafeRawBufferPointer(rebasing: memory[bytes.count...])
                return try CellConverter.value(of: unescaped, kind: .text, as: type)
            }
        }
    }
}
