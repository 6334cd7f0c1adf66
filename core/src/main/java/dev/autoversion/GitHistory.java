package dev.autoversion;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** What git knows about a work tree. The only class that needs JGit. */
final class GitHistory {
  private static final int DIGITS = 12;
  private static final String INSTEAD =
      "; use contentHash(), or fixed(release) in an image without .git";

  private final Path workTree;
  private final Repository refs;
  private final boolean shallow;

  private GitHistory(Path workTree, Repository refs, boolean shallow) {
    this.workTree = workTree;
    this.refs = refs;
    this.shallow = shallow;
  }

  /** The history of the work tree around a folder; refuses one without a commit. */
  static GitHistory open(Path folder) {
    try {
      FileRepositoryBuilder found = new FileRepositoryBuilder();
      if (folder.getFileSystem().equals(FileSystems.getDefault())) {
        found.findGitDir(absolute(folder).toFile());
      }
      if (found.getGitDir() == null) {
        throw new IllegalArgumentException(
            "there is no git work tree at or above " + folder.toAbsolutePath() + INSTEAD);
      }
      Repository repository = found.setMustExist(true).build();
      if (repository.isBare()) {
        throw new IllegalArgumentException(
            folder.toAbsolutePath() + " belongs to a git repository without work tree" + INSTEAD);
      }
      boolean shallow = !repository.getObjectDatabase().getShallowCommits().isEmpty();
      Path workTree = repository.getWorkTree().toPath().toRealPath();
      GitHistory history = new GitHistory(workTree, repository, shallow);
      history.head();
      return history;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "can't read the git work tree of " + folder.toAbsolutePath() + ": " + e.getMessage(), e);
    }
  }

  /** The commit that is checked out. Only refs are read, so no handle stays open. */
  String head() throws IOException {
    Ref head = refs.exactRef(Constants.HEAD);
    ObjectId commit = head == null ? null : head.getObjectId();
    if (commit == null) {
      throw new IllegalArgumentException(
          "the git repository of "
              + workTree
              + " has no commit yet; make one, or use contentHash()");
    }
    return commit.name();
  }

  /** Whether a file lies in the work tree. */
  boolean holds(Path file) {
    return file.startsWith(workTree);
  }

  /**
   * The last commit that changed a file of the work tree, if it belongs to the commit at the head.
   */
  Optional<String> lastCommitOf(Path file, String head) throws IOException {
    String path = workTree.relativize(file).toString().replace('\\', '/');
    try (Repository objects = objects();
        RevWalk walk = new RevWalk(objects)) {
      RevCommit last = walk.parseCommit(ObjectId.fromString(head));
      try (TreeWalk entry = TreeWalk.forPath(objects, path, last.getTree())) {
        if (entry == null) {
          return Optional.empty();
        }
      }
      walk.setTreeFilter(AndTreeFilter.create(PathFilter.create(path), TreeFilter.ANY_DIFF));
      walk.markStart(last);
      return Optional.ofNullable(walk.next()).map(RevCommit::name);
    }
  }

  /** The first of several commits in a head's log, if any of them is known. */
  Optional<Version> newest(Collection<Version> commits, String head) throws IOException {
    try (Repository objects = objects();
        RevWalk walk = new RevWalk(objects)) {
      walk.markStart(walk.parseCommit(ObjectId.fromString(head)));
      for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
        Version version = version(commit.name());
        if (commits.contains(version)) {
          return Optional.of(version);
        }
      }
      return Optional.empty();
    }
  }

  /** A new repository for each walk, since an open one keeps its packs open. */
  private Repository objects() throws IOException {
    return new FileRepositoryBuilder().setGitDir(refs.getDirectory()).build();
  }

  static Version version(String commit) {
    return new Version(commit.substring(0, DIGITS));
  }

  /** Whether a version has the form of a commit's. */
  static boolean isVersion(Version version) {
    return version.value().length() == DIGITS && version.isHex();
  }

  /** The work tree, and whether a shallow clone may give a commit that is too recent. */
  @Override
  public String toString() {
    return workTree + (shallow ? ", a shallow clone: commits before its cut are not known" : "");
  }

  /** Git goes up from where a link leads; JGit goes up the text, and a relative path soon ends. */
  private static Path absolute(Path folder) throws IOException {
    return Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
  }
}
