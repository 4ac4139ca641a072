internal import Glibc

/// The system's words for its error numbers.
enum SystemText {
    /// The words for the error of the last call.
    static var last: String { of(errno) }

    /// The words for one error. (glibc's `strerror` keeps its text per thread.)
    static func of(_ number: CInt) -> String {
        strerror(number).map { String(cString: $0) } ?? "error \(number)"
    }
}
