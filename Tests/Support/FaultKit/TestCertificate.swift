/// A certificate and its key, made by a ``TestAuthority``; the files last as long as this.
public struct TestCertificate: Sendable {
    /// File of the certificate, absolute, in PEM form.
    public let certificate: String
    /// File of its key, absolute, in PEM form.
    public let key: String

    let folder: TemporaryFolder
}
