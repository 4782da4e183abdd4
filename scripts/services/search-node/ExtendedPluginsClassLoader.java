package org.opensearch.plugins;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.List;

/** The one part of either server that is in no registry: asks the plug-ins that a plug-in extends, in turn. */
public class ExtendedPluginsClassLoader extends ClassLoader {
    private final List<ClassLoader> extended;

    private ExtendedPluginsClassLoader(ClassLoader parent, List<ClassLoader> extended) {
        super(parent);
        this.extended = extended;
    }

    public static ExtendedPluginsClassLoader create(ClassLoader parent, List<ClassLoader> extended) {
        PrivilegedAction<ExtendedPluginsClassLoader> making =
            () -> new ExtendedPluginsClassLoader(parent, List.copyOf(extended));
        return AccessController.doPrivileged(making);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        for (ClassLoader loader : extended) {
            try {
                return loader.loadClass(name);
            } catch (ClassNotFoundException notInThisOne) {
                continue;
            }
        }
        throw new ClassNotFoundException(name);
    }
}
