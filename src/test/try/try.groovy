/*
 * Prepares the Jenkins of "mvn hpi:run": a simulated SecurityCenter that ends with it, a server and credentials for it,
 * and two jobs. What is there already stays as it is, but for the simulator's address.
 */
import com.cloudbees.plugins.credentials.CredentialsScope
import com.cloudbees.plugins.credentials.SystemCredentialsProvider
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration
import io.jenkins.plugins.securitycenter.config.Server
import java.util.logging.Level
import java.util.logging.Logger
import javax.tools.ToolProvider
import jenkins.model.Jenkins

class Try {
    static final String PACKAGE = 'io.jenkins.plugins.securitycenter.simulator'
    static final String NAME = 'simulator'

    final Jenkins jenkins = Jenkins.get()
    final File project = new File(System.getProperty('jenkins.moduleRoot'))

    /** The simulator, to be closed by whoever needs its port before Jenkins ends. */
    AutoCloseable prepare() {
        def type = simulatorType()
        def simulator = start(type)
        addCredentials(type.USER, type.PASSWORD)
        addServer(simulator)
        addJob('pipeline')
        addJob('freestyle')
        Logger.getLogger(NAME).logp(Level.INFO, NAME, 'start',
                "SecurityCenter is simulated at ${simulator.url()}, user ${type.USER} / ${type.PASSWORD}")
        simulator
    }

    /** hpi:run compiles no tests, to which the simulator belongs. */
    Class simulatorType() {
        def sources = new File(project, "src/test/java/${PACKAGE.replace('.', '/')}").listFiles().findAll {
            it.name.endsWith('.java') && !it.name.endsWith('Test.java')
        }
        def classes = new File(project, 'target/simulator-classes')
        def compiled = new File(classes, "${PACKAGE.replace('.', '/')}/Simulator.class")
        if (sources*.lastModified().max() > compiled.lastModified()) {
            compile(sources, classes)
        }
        def parent = jenkins.pluginManager.getPlugin('securitycenter').classLoader
        def resources = new File(project, 'src/test/resources')
        new URLClassLoader([classes, resources]*.toURI()*.toURL() as URL[], parent).loadClass("${PACKAGE}.Simulator")
    }

    void compile(List<File> sources, File classes) {
        classes.mkdirs()
        def messages = new ByteArrayOutputStream()
        int status = ToolProvider.systemJavaCompiler.run(null, messages, messages,
                ['-nowarn', '-proc:none', '-d', classes.path, '-cp', libraries().join(File.pathSeparator),
                 *sources*.path] as String[])
        if (status != 0) {
            throw new IllegalStateException("The simulator does not compile: ${messages}")
        }
    }

    List<File> libraries() {
        ['jackson2-api', 'apache-httpcomponents-client-5-api'].collectMany { plugin ->
            def home = new File(jenkins.pluginManager.getPlugin(plugin).baseResourceURL.toURI())
            new File(home, 'WEB-INF/lib').listFiles() as List
        }
    }

    /** Scans take half a minute, long enough to watch or abort them, and cannot log in to two of the hosts. */
    def start(Class type) {
        def options = type.classLoader.loadClass("${PACKAGE}.SimulatorOptions").defaults()
        def simulator = type.start(options.withTiming(20, 8).withHttps(true))
        def reports = type.classLoader.loadClass("${PACKAGE}.ScanReports").COMPLETE
        simulator.controls().setScanReports(reports.refusedBy('10.17.0.3', '10.17.0.8'))
        simulator
    }

    void addCredentials(String user, String password) {
        def provider = SystemCredentialsProvider.instance
        if (!provider.credentials.any { it.id == NAME }) {
            provider.credentials.add(new UsernamePasswordCredentialsImpl(
                    CredentialsScope.GLOBAL, NAME, 'The simulated SecurityCenter', user, password))
            provider.save()
        }
    }

    void addServer(simulator) {
        def configuration = SecurityCenterConfiguration.get()
        def old = configuration.servers.find { it.name == NAME }
        def server = new Server(NAME, simulator.url())
        server.credentialsId = old?.credentialsId ?: NAME
        server.pollInterval = old?.pollInterval ?: 2
        server.connectTimeout = old?.connectTimeout ?: server.connectTimeout
        server.requestTimeout = old?.requestTimeout ?: server.requestTimeout
        server.sessionLimit = old?.sessionLimit ?: server.sessionLimit
        server.trustedCertificates = simulator.certificatePem()
        configuration.servers = old ? configuration.servers.collect { it.is(old) ? server : it } : configuration.servers + server
    }

    void addJob(String kind) {
        def name = "scan-${kind}"
        if (!jenkins.getItem(name)) {
            new File(project, "src/test/try/${kind}.xml").withInputStream { jenkins.createProjectFromXML(name, it) }
        }
    }
}

new Try().prepare()
