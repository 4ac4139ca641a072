internal import FeatureModel

extension WireReader {
    /// Reads a `feast.types.Field` that fills the rest.
    mutating func field() throws(RowDecodingError) -> Field {
        var field = Field(name: "", value: nil)
        while let tag = try tag() {
            switch tag {
            case WireTag.fieldName: field.name = try text("a field's name")
            case WireTag.fieldValue:
                var message = try lengthDelimited()
                try message.mergeValue(into: &field.value)
            default: try skip(tag)
            }
        }
        return field
    }

    /// Reads only the value of a `feast.types.Field` that fills the rest.
    mutating func fieldValue() throws(RowDecodingError) -> FeatureValue? {
        var value: FeatureValue?
        while let tag = try tag() {
            guard tag == WireTag.fieldValue else {
                try skip(tag)
                continue
            }
            var message = try lengthDelimited()
            try message.mergeValue(into: &value)
        }
        return value
    }

    /// Reads the value of a `feast.types.Field` that fills the rest and has no name.
    ///
    /// - Returns: false where it holds anything else than one value of this type, or none.
    mutating func readNamelessValue(of type: ValueType, into value: inout FeatureValue?) throws(RowDecodingError)
        -> Bool
    {
        guard let tag = try tag() else { return true }
        guard tag == WireTag.fieldValue else { return false }
        var message = try lengthDelimited()
        guard isAtEnd else { return false }
        if message.isAtEnd { return true }
        return try message.readValue(of: type, into: &value)
    }

    /// Finds the name of a `feast.types.Field` that fills the rest, without reading its value. Empty when it has none.
    mutating func fieldName() throws(RowDecodingError) -> WireReader? {
        var name: WireReader?
        while let tag = try tag() {
            if tag == WireTag.fieldName { name = try lengthDelimited() } else { try skip(tag) }
        }
        return name?.isAtEnd == false ? name : nil
    }
}
