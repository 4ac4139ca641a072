import Foundation

/// Says how far the run is, beside the report.
enum StandardError {
    static func say(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
