extension WorkspaceConfiguration {
    /// The commented `larder.yaml` that `larder init` writes; read back, it is ``standard``.
    public static let template = """
        # larder.yaml: the configuration of one Larder workspace. Applied at every start.
        # Relative paths mean relative to this file's directory. ${VAR} takes the environment variable VAR; one that is
        # not set is an error. `larder config validate` checks this file, `larder connectors list` shows what there is.

        # The project of feature sets and references that name none.
        project: default

        # The console: a theme's name or auto; glyphs are auto, ascii, unicode or nerd; refresh is in seconds.
        theme: auto
        glyphs: auto
        mouse: true
        refresh: 2s

        # true refuses everything that changes something.
        read_only: false

        # Judge freshness as if it were this time, for data of the past.
        # as_of: 2013-02-01T00:00:00Z

        # Where the job-state database, job logs and embedded stores live.
        # state: state

        # Where workers send metrics of their rows: nowhere (type none), or to a StatsD server.
        # metrics: {type: statsd, host: localhost, port: 8125}

        # A job whose worker is lost, or that ends in ERROR, begins anew after a rest that doubles each time; after so many
        # failures in a row it stays in ERROR until somebody starts it.
        # jobs: {max_attempts: 10, loss_rest: 5s, error_rest: 60s}

        # Workspaces that read the same topics need consumer groups of their own: a job's group is PREFIX-STORE. Under another
        # name a job begins where its source says, not where it was.
        # jobs: {group_prefix: larder}

        # Where rows come from unless a feature set says otherwise: the embedded log, or a Kafka topic.
        source: {type: LOCAL}
        # source: {type: KAFKA, config: {bootstrap_servers: "kafka-1:9092,kafka-2:9092", topic: feast-features}}

        # Where rows go. A subscription says which feature sets a store takes: * stands for any run of characters, and
        # exclude: true keeps out what it matches.
        stores:
          - name: online
            type: SQLITE
            config: {path: online.db}
            subscriptions: [{project: "*", name: "*"}]
          - name: historical
            type: SQLITE
            config: {path: history.db}
            subscriptions: [{project: "*", name: "*"}]
        #  - name: redis
        #    type: REDIS
        #    config: {host: localhost, port: 6379, password: "${REDIS_PASSWORD}"}
        #    subscriptions: [{project: "*", name: "*"}]

        """
}
