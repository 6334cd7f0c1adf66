package dev.autoversion.spring;

import dev.autoversion.AssetResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** An answer on its way out of WebFlux. */
record ExchangeSending(
    AssetResponse answer, ServerHttpRequest request, ServerHttpResponse response) {
  private static final int CHUNK = 64 << 10;
  // These may already be set by a filter that handles other origins.
  private static final Set<String> OF_OTHERS_TOO =
      Set.of(HttpHeaders.VARY, HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);

  Mono<Void> send() {
    response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
    answer.headers().forEach(this::set);
    AssetResponse.Body body = answer.body();
    return body.length() == 0
        ? response.setComplete()
        : response.writeWith(bytes(body)).doOnError(e -> abandon());
  }

  /**
   * The server aborts an answer that has begun to be sent. One that has not becomes an error page,
   * which must keep none of the asset's headers.
   */
  private void abandon() {
    if (!response.isCommitted()) {
      HttpHeaders headers = response.getHeaders();
      answer.headers().keySet().stream()
          .filter(name -> !OF_OTHERS_TOO.contains(name))
          .forEach(name -> headers.put(name, List.of())); // remove() differs in Spring 6 and 7.
      response.beforeCommit(() -> Mono.fromRunnable(() -> ExchangeStoring.forbid(headers)));
    }
  }

  private void set(String name, String value) {
    HttpHeaders headers = response.getHeaders();
    switch (name) {
      case HttpHeaders.CACHE_CONTROL -> {
        if (value.equals(ExchangeStoring.NO_STORE)) {
          ExchangeStoring.forbid(headers);
        } else {
          headers.set(name, value);
        }
      }
      case HttpHeaders.CONTENT_TYPE -> headers.set(name, contentType(value));
      case HttpHeaders.VARY -> headers.add(name, value);
      case HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN -> {
        if (headers.getFirst(name) == null) {
          headers.set(name, value);
        }
      }
      default -> headers.set(name, value);
    }
  }

  /** If core does not know the type, Spring may, as a container would. */
  private String contentType(String ours) {
    if (!ours.equals(MediaType.APPLICATION_OCTET_STREAM_VALUE)) {
      return ours;
    }
    String path = request.getPath().value();
    int parameter = path.indexOf(';', path.lastIndexOf('/') + 1);
    String name = parameter < 0 ? path : path.substring(0, parameter);
    return MediaTypeFactory.getMediaType(name).map(MediaType::toString).orElse(ours);
  }

  private Publisher<DataBuffer> bytes(AssetResponse.Body body) {
    DataBufferFactory factory = response.bufferFactory();
    if (body.bytes().isPresent()) {
      ByteBuffer bytes = body.bytes().get();
      return Mono.fromSupplier(() -> factory.wrap(bytes));
    }
    return body.file().isPresent()
        ? file(body, body.file().get(), factory)
        : DataBufferUtils.outputStreamPublisher(
            out -> {
              try {
                body.writeTo(out);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            factory,
            Schedulers.boundedElastic()::schedule,
            CHUNK);
  }

  /** A file that changes while it is read is detected before its last buffer is sent. */
  private static Flux<DataBuffer> file(
      AssetResponse.Body body, AssetResponse.FileRange range, DataBufferFactory factory) {
    Flux<DataBuffer> read =
        DataBufferUtils.takeUntilByteCount(
            DataBufferUtils.readAsynchronousFileChannel(
                () -> AsynchronousFileChannel.open(range.file(), StandardOpenOption.READ),
                range.offset(),
                factory,
                CHUNK),
            range.length());
    LeftToSend left = new LeftToSend(range.length());
    return read.concatMap(
            buffer -> left.isLast(buffer) ? verified(body, buffer) : Mono.just(buffer), 1)
        .concatWith(Mono.defer(left::end))
        .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
  }

  /** The buffer is held until it is passed on: a client may leave while the file is checked. */
  private static Mono<DataBuffer> verified(AssetResponse.Body body, DataBuffer last) {
    AtomicReference<@Nullable DataBuffer> held = new AtomicReference<>(last);
    return Mono.fromCallable(
            () -> {
              body.verify();
              return held;
            })
        .subscribeOn(Schedulers.boundedElastic())
        .mapNotNull(checked -> checked.getAndSet(null))
        .doFinally(end -> DataBufferUtils.release(held.getAndSet(null)));
  }

  /** Counts how much of a file has been read, one buffer after the other. */
  private static final class LeftToSend {
    private long bytes;

    LeftToSend(long bytes) {
      this.bytes = bytes;
    }

    boolean isLast(DataBuffer next) {
      bytes -= next.readableByteCount();
      return bytes <= 0;
    }

    /** A truncated file ends early; its answer must not look complete. */
    Mono<DataBuffer> end() {
      return bytes > 0 ? Mono.error(new IOException("the file was cut off")) : Mono.empty();
    }
  }
}
