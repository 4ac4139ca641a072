/// Which names may be registered (spec section 6.1 and the page on identity and time).
public enum NameRule {
    /// Columns that every table has for itself; no entity or feature may be called so.
    public static let reserved: Set<String> = ["event_timestamp", "created_timestamp", "ingestion_id", "job_id"]

    /// True for letters, digits, `_` and `-`, at least one of them.
    public static func isValid(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            }
    }
}
